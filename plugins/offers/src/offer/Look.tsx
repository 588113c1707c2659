import { Text } from '@backstage/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import styles from './OfferPage.module.css';

interface LookProps {
  /** its place in the address: `#short` */
  id: string;
  title: string;
  children: ReactNode;
}

/** One look at an offer: a part of its page with a heading and an address of its own. */
export const Look = ({ id, title, children }: LookProps) => {
  const { hash } = useLocation();
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hash !== `#${id}`) return;
    part.current?.focus({ preventScroll: true });
    part.current?.scrollIntoView?.({ block: 'start' });
  }, [hash, id]);
  return (
    <section
      ref={part}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={styles.look}
    >
      <Text as="h3" id={`${id}-title`} variant="title-x-small" weight="bold">
        {title}
      </Text>
      {children}
    </section>
  );
};
