import { Button } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { csvOf } from '../data/csv';
import { saveAs } from '../data/saveAs';
import { useToast } from '../parts/useToast';
import { useWords } from '../words/useWords';
import { calendarRows } from './calendarDays';
import { monthWords, type Month } from './months';

interface SaveDatesProps {
  month: Month;
  zone: string;
  calendar: PlanCalendar;
}

/** Saves the dates that are shown as CSV, instants in UTC. */
export const SaveDates = ({ month, zone, calendar }: SaveDatesProps) => {
  const { t, planState } = useWords();
  const toast = useToast();
  const save = () => {
    const heading = (['when', 'what', 'plan', 'offer', 'state'] as const).map(name =>
      t(`calendar.${name}`),
    );
    const rows = calendarRows(calendar, zone).map(({ event, title, offer }) => {
      const plan = calendar.plans.find(({ id }) => id === event.planId);
      return [
        event.at,
        t(`calendar.${event.kind}`),
        title,
        offer ?? plan?.offers.map(each => each.title).join('; ') ?? '',
        plan ? planState(plan.state).label : '',
      ];
    });
    saveAs(`releases-${month}.csv`, 'text/csv', csvOf(heading, rows));
    toast(t('calendar.saved', { month: monthWords(month, t('words.locale')) }));
  };
  return (
    <Button variant="tertiary" onPress={save} isDisabled={calendar.events.length === 0}>
      {t('calendar.save')}
    </Button>
  );
};
