import type { ReactNode } from 'react';
import styles from './PlainList.module.css';

/** A list without marks. */
export const PlainList = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ul className={styles.list} aria-label={label}>
    {children}
  </ul>
);
