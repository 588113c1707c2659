import type { Report } from './figures';
import styles from './Reports.module.css';

/** The figures of a report as bars. The table beside says the same, so a screen reader is told only what it is. */
export const Bars = ({ report }: { report: Report }) => {
  const most = Math.max(1, ...report.figures.map(({ count }) => count));
  return (
    <div className={styles.bars} role="img" aria-label={`${report.title}, as bars`}>
      {report.figures.map(({ label, count }) => (
        <div key={label} className={styles.row} aria-hidden="true">
          <span className={styles.label}>{label}</span>
          <span className={styles.track}>
            <span className={styles.bar} style={{ inlineSize: `${(count * 100) / most}%` }} />
          </span>
          <span className={styles.count}>{count}</span>
        </div>
      ))}
    </div>
  );
};
