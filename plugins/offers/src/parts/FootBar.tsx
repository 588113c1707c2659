import type { ReactNode } from 'react';
import styles from './FootBar.module.css';
import { useFoot } from './useFoot';

interface FootBarProps {
  label: string;
  children: ReactNode;
}

/** A bar that stays in sight at the foot of the page, above the app's menu and below its toasts. */
export const FootBar = ({ label, children }: FootBarProps) => (
  <div ref={useFoot()} className={styles.bar} role="region" aria-label={label}>
    {children}
  </div>
);
