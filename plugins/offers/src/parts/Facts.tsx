import { Fragment, type ReactNode } from 'react';
import styles from './Facts.module.css';

/** A list of what is known: label and value. What has no value is left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={styles.facts}>
    {facts
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([label, value], index) => (
        <Fragment key={`${index} ${label}`}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </Fragment>
      ))}
  </dl>
);
