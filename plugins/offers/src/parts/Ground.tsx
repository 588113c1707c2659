import type { ReactNode } from 'react';
import styles from './Ground.module.css';

/** What ours stands on where the page around it is not ours. */
export const Ground = ({ children }: { children: ReactNode }) => (
  <div className={styles.ground}>{children}</div>
);
