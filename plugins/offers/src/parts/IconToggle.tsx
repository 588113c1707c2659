import type { ReactNode } from 'react';
import styles from './IconToggle.module.css';

interface IconToggleProps {
  /** what pressing it does */
  label: string;
  icon: ReactNode;
  isDisabled?: boolean;
  onToggle: () => void;
}

/**
 * A small button whose label says what pressing it does next: a reader hears from the label whether it is on. A page of the catalogue has fifty, so it is the browser's own: the library's looks the same
 * and brings listeners for each that a page of them feels.
 */
export const IconToggle = ({ label, icon, isDisabled, onToggle }: IconToggleProps) => (
  <button
    type="button"
    className={styles.toggle}
    aria-label={label}
    disabled={isDisabled}
    onClick={onToggle}
  >
    {icon}
  </button>
);
