import { Alert, Button } from '@backstage/ui';
import { useRef } from 'react';
import { useAnnounce } from '../parts/LiveRegion';
import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';
import styles from './AsOf.module.css';
import { useAsOf } from './useAsOf';

/** Says, as long as it is so, that the page does not show what is now, and leads back to now. */
export const AsOfBanner = () => {
  const t = useT();
  const { at, lookAt } = useAsOf();
  const announce = useAnnounce();
  const place = useRef<HTMLDivElement>(null);
  // What has the focus goes with its words: the place of them stays.
  if (!at) return <div ref={place} tabIndex={-1} className={styles.place} />;
  const isPast = at < new Date().toISOString();
  return (
    <div ref={place} tabIndex={-1} className={styles.banner}>
      <Alert
        status="warning"
        icon
        title={t(isPast ? 'asOf.was' : 'asOf.willBe', { when: instantIn(t, at) })}
        customActions={
          <Button
            variant="secondary"
            size="small"
            onPress={() => {
              place.current?.focus();
              lookAt(undefined);
              announce(t('asOf.now'));
            }}
          >
            {t('asOf.back')}
          </Button>
        }
      />
    </div>
  );
};
