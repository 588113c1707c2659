import type { Tone } from '../words/states';
import styles from './StateBadge.module.css';

/** A state in a word, with a dot whose colour repeats it. */
export const StateBadge = ({ label, tone }: { label: string; tone: Tone }) => (
  <span className={styles.badge} data-tone={tone}>
    <span className={styles.dot} aria-hidden="true" />
    {label}
  </span>
);
