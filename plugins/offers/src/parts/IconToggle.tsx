import type { ReactNode } from 'react';
import styles from './IconToggle.module.css';

interface IconToggleProps {
  /** what pressing it does */
  label: string;
  icon: ReactNode;
  isOn: boolean;
  isDisabled?: boolean;
  onToggle: () => void;
}

/**
 * A small button that is on or off. A page of the catalogue has fifty, so it is the browser's own: the library's looks the same
 * and brings listeners for each that a page of them feels.
 */
export const IconToggle = ({ label, icon, isOn, isDisabled, onToggle }: IconToggleProps) => (
  <button
    type="button"
    className={styles.toggle}
    aria-label={label}
    aria-pressed={isOn}
    disabled={isDisabled}
    onClick={onToggle}
  >
    {icon}
  </button>
);
