import { Link, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './NotedLine.module.css';

interface NotedLineProps {
  href: string;
  title: string;
  note: string;
  /** stands beside the title, such as a state */
  badge?: ReactNode;
}

/** A line of a list: where it leads, and below it what is said of it. */
export const NotedLine = ({ href, title, note, badge }: NotedLineProps) => (
  <li className={styles.line}>
    <Link href={href}>{title}</Link>
    {badge}
    <Text as="p" variant="body-small" color="secondary">
      {note}
    </Text>
  </li>
);
