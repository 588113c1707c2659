import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Empty.module.css';

interface EmptyProps {
  title: string;
  description?: string;
  action?: ReactNode;
}

/** Says that there is nothing, why, and what to do about it. */
export const Empty = ({ title, description, action }: EmptyProps) => (
  <div className={styles.empty}>
    <Text as="p" variant="body-large" weight="bold">
      {title}
    </Text>
    {description && (
      <Text as="p" color="secondary" className={styles.words}>
        {description}
      </Text>
    )}
    {action}
  </div>
);
