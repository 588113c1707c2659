import { VisuallyHidden } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router-dom';
import { useLinks } from '../shell/useLinks';
import { localInZone } from '../words/dates';
import { useT } from '../words/useWords';
import styles from './Calendar.module.css';
import { calendarRows, freezesOn, type CalendarRow } from './calendarDays';
import { addDays, addMonths, dayWords, weekdays, weeksOf, type Day, type Month } from './months';

/** How far each key moves among the days. */
const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

const EventView = ({ row, zone }: { row: CalendarRow; zone: string }) => {
  const t = useT();
  const links = useLinks();
  const { event, title, offer, clashes } = row;
  const kind = t(`calendar.${event.kind}`);
  const time = localInZone(event.at, zone).slice(11, 16);
  const what = offer && offer !== title ? `${title}: ${offer}` : title;
  const words = t('calendar.event', { time, kind, what });
  return (
    <li
      className={styles.event}
      data-kind={event.kind}
      data-clashes={clashes.length > 0}
      title={words}
    >
      <Link to={links.plan(event.planId)} tabIndex={-1}>
        {clashes.length > 0 && '⚠ '}
        <VisuallyHidden>{clashes.length > 0 ? `${t('calendar.clashesHere')} ` : ''}</VisuallyHidden>
        {words}
      </Link>
    </li>
  );
};

interface MonthGridProps {
  month: Month;
  today: Day;
  zone: string;
  calendar: PlanCalendar;
  onMonth: (month: Month) => void;
}

/**
 * A month as a grid. Arrow keys move among its days, Page Up and Page Down among months, Enter goes into a day
 * and opens its first date; Tab leaves the grid.
 */
export const MonthGrid = ({ month, today, zone, calendar, onMonth }: MonthGridProps) => {
  const t = useT();
  const locale = t('words.locale');
  const rows = calendarRows(calendar, zone);
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Day>();
  // A key that leads out of the month asks for another one, and the day is there only then.
  const wanted = useRef<Day>();
  useEffect(() => {
    if (!wanted.current) return;
    table.current?.querySelector<HTMLElement>(`[data-day="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  }, [month]);
  const inMonth = (day: Day) => day.startsWith(month);
  const first = inMonth(today) ? today : `${month}-01`;
  const focusable = chosen && weeksOf(month).flat().includes(chosen) ? chosen : first;

  const move = (event: KeyboardEvent, day: Day) => {
    const by = moves[event.key];
    const cell = (there: Day) => table.current?.querySelector<HTMLElement>(`[data-day="${there}"]`);
    if (by !== undefined) {
      event.preventDefault();
      const next = addDays(day, by);
      setChosen(next);
      const there = cell(next);
      if (there) there.focus();
      else {
        wanted.current = next;
        onMonth(next.slice(0, 7));
      }
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      const next = addMonths(month, event.key === 'PageUp' ? -1 : 1);
      wanted.current = `${next}-01`;
      onMonth(next);
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      cell(day)?.querySelector<HTMLElement>('a')?.click();
    }
  };

  const cellOf = (day: Day) => {
    const own = rows.filter(row => row.day === day);
    const frozen = freezesOn(day, calendar.freezes, zone);
    return (
      <td
        key={day}
        role="gridcell"
        className={styles.day}
        data-day={day}
        data-outside={!inMonth(day)}
        data-frozen={frozen.length > 0}
        tabIndex={day === focusable ? 0 : -1}
        onFocus={() => setChosen(day)}
        onKeyDown={event => move(event, day)}
        {...(day === today ? { 'aria-current': 'date' } : {})}
      >
        <span className={styles.number} data-today={day === today} aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <VisuallyHidden>{dayWords(day, locale)}</VisuallyHidden>
        {frozen.map(title => (
          <div key={title} className={styles.freeze}>
            <VisuallyHidden>{`${t('calendar.noReleases')} `}</VisuallyHidden>
            {title}
          </div>
        ))}
        {own.length > 0 && (
          <ul className={styles.events}>
            {own.map(row => (
              <EventView key={row.key} row={row} zone={zone} />
            ))}
          </ul>
        )}
      </td>
    );
  };

  return (
    <table ref={table} role="grid" className={styles.grid} aria-label={t('calendar.month')}>
      <thead>
        <tr>
          {weekdays(locale).map(({ name, short }) => (
            <th key={name} scope="col" abbr={name}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map(week => (
          <tr key={week[0]}>{week.map(cellOf)}</tr>
        ))}
      </tbody>
    </table>
  );
};
