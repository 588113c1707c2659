import { Link, VisuallyHidden } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { Sheet } from '../parts/Sheet';
import { useLinks } from '../shell/useLinks';
import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';
import { dayNumber, dayWords, type Day, type Month } from './months';
import { timelineOf, type TimelineRow, type TimelineView } from './timeline';
import styles from './Timeline.module.css';

const at = (start: number, length?: number) => ({
  insetInlineStart: `${start}%`,
  ...(length === undefined ? {} : { inlineSize: `${length}%` }),
});

const Mark = ({ mark, zone }: { mark: TimelineRow['marks'][number]; zone: string }) => {
  const t = useT();
  const { event, offer, clashes } = mark;
  const words = [
    `${t(`calendar.${event.kind}`)}, ${instantIn(t, event.at, zone)}`,
    offer,
    ...clashes.map(({ kind }) => t(`clash.${kind}`)),
  ]
    .filter(Boolean)
    .join('. ');
  return (
    <li
      className={styles.mark}
      style={at(mark.start)}
      data-kind={event.kind}
      data-clashes={clashes.length > 0}
      title={words}
    >
      <VisuallyHidden>{words}</VisuallyHidden>
    </li>
  );
};

const Line = ({ row, zone }: { row: TimelineRow; zone: string }) => {
  const t = useT();
  const clashes = row.marks.flatMap(({ clashes: own }) => own);
  const [first] = clashes;
  return (
    <li className={styles.line}>
      <div className={styles.name}>
        <Link href={useLinks().plan(row.planId)}>{row.title}</Link>
        {first && <span className={styles.clash}>{`⚠ ${t(`clash.${first.kind}`)}`}</span>}
      </div>
      <div className={styles.track}>
        <span
          className={styles.span}
          style={at(row.span.start, row.span.length)}
          aria-hidden="true"
        />
        <ol className={styles.marks} aria-label={t('calendar.datesOf', { title: row.title })}>
          {row.marks.map(mark => (
            <Mark key={mark.key} mark={mark} zone={zone} />
          ))}
        </ol>
      </div>
    </li>
  );
};

/** Weeks, times without releases and today, behind the lines of all plans. */
const Ground = ({ weeks, freezes, today }: TimelineView) => {
  const locale = useT()('words.locale');
  return (
    <div className={styles.ground} aria-hidden="true">
      {freezes.map(({ title, start, length }) => (
        <span
          key={`${title} ${start}`}
          className={styles.freeze}
          style={at(start, length)}
          title={title}
        />
      ))}
      {weeks.map(({ day, start }) => (
        <span key={day} className={styles.week} style={at(start)}>
          {dayNumber(day, locale)}
        </span>
      ))}
      {today !== undefined && <span className={styles.now} style={at(today)} />}
    </div>
  );
};

/** What can happen on a line of time, in the order of a plan's life. */
const KINDS = ['preparation', 'release', 'notice', 'end'] as const;

const Legend = () => {
  const t = useT();
  return (
    <ul className={styles.legend} aria-hidden="true">
      {KINDS.map(kind => (
        <li key={kind}>
          <span className={styles.sample} data-kind={kind} /> {t(`calendar.${kind}`)}
        </li>
      ))}
      <li>
        <span className={styles.sample} data-clashes="true" /> {t('calendar.clash')}
      </li>
    </ul>
  );
};

interface TimelineProps {
  month: Month;
  today: Day;
  zone: string;
  calendar: PlanCalendar;
}

/** The plans of a month below each other, each on its line of time, so that what clashes stands out. */
export const Timeline = ({ month, today, zone, calendar }: TimelineProps) => {
  const t = useT();
  const view = timelineOf(calendar, { month, today, zone });
  return (
    <Sheet>
      <Legend />
      <div className={styles.timeline}>
        <Ground {...view} />
        <ol
          className={styles.lines}
          aria-label={t('calendar.lines', {
            day: dayWords(`${month}-01`, t('words.locale')),
          })}
        >
          {view.rows.map(row => (
            <Line key={row.planId} row={row} zone={zone} />
          ))}
        </ol>
      </div>
    </Sheet>
  );
};
