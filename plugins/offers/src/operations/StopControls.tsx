import { Alert, Button, Flex, Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { RiAlarmWarningLine } from '@remixicon/react';
import ground from '../parts/Ground.module.css';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useT } from '../words/useWords';
import styles from './Operations.module.css';

interface StoppedBannerProps {
  life: OfferLife;
  onResume: () => void;
}

/** That the offer is stopped now, by whom and why, with the way back; nothing while it is not. */
export const StoppedBanner = ({ life, onResume }: StoppedBannerProps) => {
  const t = useT();
  const stop = life.suspensions.find(({ until }) => until === undefined);
  if (!stop) return null;
  const isEmergency = stop.kind === 'emergency';
  const who = <Who entityRef={stop.by} plain />;
  return (
    <Alert
      status={isEmergency ? 'danger' : 'warning'}
      icon={isEmergency ? <RiAlarmWarningLine aria-hidden="true" /> : true}
      mb="5"
      title={t(isEmergency ? 'operate.stopped' : 'operate.suspendedNow')}
      description={
        <>
          {t('operate.stoppedBy', { who, when: <When at={stop.from} />, reason: stop.reason })}
          {isEmergency && !stop.review && <> {t('operate.reviewAwaited', { who })}</>}
        </>
      }
      customActions={
        life.can.operate && (
          <Button variant="secondary" size="small" onPress={onResume}>
            {t('act.resume.button')}
          </Button>
        )
      }
    />
  );
};

/** The emergency stop: by itself, so that nobody presses it for another, and nobody looks for it in vain. */
export const EmergencyStop = ({ onStop }: { onStop: () => void }) => {
  const t = useT();
  return (
    <section aria-label={t('suspensions.emergency')} className={styles.emergency}>
      <Flex direction="column" gap="1" style={{ flex: '1 1 18rem' }}>
        <Text as="p" weight="bold">
          {t('operate.stopNow')}
        </Text>
        <Text as="p" variant="body-small">
          {t('operate.stopNote')}
        </Text>
      </Flex>
      <Button
        variant="primary"
        destructive
        className={ground.danger}
        iconStart={<RiAlarmWarningLine aria-hidden="true" />}
        onPress={onStop}
      >
        {t('act.emergency.button')}
      </Button>
    </section>
  );
};
