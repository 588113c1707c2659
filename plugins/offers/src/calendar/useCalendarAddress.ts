import { oneOf } from '@offerdesk/backstage-plugin-offers-common';
import { useSearchParams } from 'react-router-dom';
import { useMedia } from '../parts/useMedia';
import { isMonth, type Day, type Month } from './months';

/** How the dates of a month are looked at. */
export const VIEWS = ['month', 'timeline', 'list'] as const;

/** How the dates of a month are looked at. */
export type View = (typeof VIEWS)[number];

/** Which month is looked at, and how. */
export interface CalendarAddress {
  month: Month;
  view: View;
  go: (next: { month?: Month; view?: View }) => void;
}

/** Month and look, kept in the address beside what else it says. */
export function useCalendarAddress(today: Day): CalendarAddress {
  const [params, setParams] = useSearchParams();
  const asked = params.get('month');
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  // Seven columns of a narrow window hold no words: the list does.
  const standard: View = useMedia('(min-width: 720px)') ? 'month' : 'list';
  const view = oneOf(VIEWS, params.get('view')) ?? standard;
  const go: CalendarAddress['go'] = next =>
    setParams(before => {
      const after = new URLSearchParams(before);
      Object.entries({ month, view, ...next }).forEach(([name, value]) => after.set(name, value));
      return after;
    });
  return { month, view, go };
}
