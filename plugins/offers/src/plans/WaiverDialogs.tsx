import { Text } from '@backstage/ui';
import {
  instantOf,
  type Criterion,
  type WaivableCriterion,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { fieldsOf } from '../data/problems';
import { useIntent } from '../data/useIntent';
import { DateTimeField } from '../forms/DateTimeField';
import { ReasonDialog } from '../forms/ReasonDialog';
import { localInZone, readersZone } from '../words/dates';
import { useT } from '../words/useWords';

/** For how long a waiver is suggested, in days: a gap is mended, not kept. */
const SUGGESTED_DAYS = 30;

function suggestedEnd(zone: string): string {
  const later = new Date(Date.now() + SUGGESTED_DAYS * 86_400_000);
  return `${localInZone(later.toISOString(), zone).slice(0, 10)}T09:00`;
}

interface WaiveDialogProps {
  offerId: string;
  criterion: WaivableCriterion;
  title: string;
  onClose: () => void;
}

/** Lets a criterion pass until a date, with a reason; whoever wrote the draft cannot. */
export const WaiveDialog = ({ offerId, criterion, title, onClose }: WaiveDialogProps) => {
  const t = useT();
  const zone = readersZone();
  const [until, setUntil] = useState(() => suggestedEnd(zone));
  const named = instantOf({ local: until, zone });
  const { run, isPending, error } = useIntent('grantWaiver', {
    done: t('plan.waiver.done', { what: title }),
    onDone: onClose,
  });
  const [fault] = fieldsOf(t, error).filter(({ field }) => field.endsWith('until'));
  const waive = (reason: string) => {
    if (!named.ok) return;
    run(idempotencyKey => ({
      params: { id: offerId },
      body: { criterion, reason, until: named.instant },
      idempotencyKey,
    }));
  };
  return (
    <ReasonDialog
      title={t('plan.waiver.ask', { what: title })}
      confirm={t('plan.waiver.confirm')}
      onConfirm={waive}
      onClose={onClose}
      isPending={isPending}
      isDisabled={!named.ok}
      error={error}
    >
      <Text as="p">{t('plan.waiver.effect')}</Text>
      <DateTimeField
        label={t('plan.waiver.until')}
        description={t('plan.waiver.zone', { zone: zone.replace(/_/g, ' ') })}
        isRequired
        value={until}
        onChange={setUntil}
        error={named.ok ? fault?.remedy : named.message}
      />
    </ReasonDialog>
  );
};

interface EndWaiverDialogProps {
  offerId: string;
  waiver: NonNullable<Criterion['waiver']>;
  title: string;
  onClose: () => void;
}

/** Ends a waiver before its time. */
export const EndWaiverDialog = ({ offerId, waiver, title, onClose }: EndWaiverDialogProps) => {
  const t = useT();
  const { run, isPending, error } = useIntent('revokeWaiver', {
    done: t('plan.waiver.endDone', { what: title }),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('plan.waiver.endAsk', { what: title })}
      confirm={t('plan.waiver.endConfirm')}
      destructive
      onConfirm={reason =>
        run(idempotencyKey => ({
          params: { id: offerId, waiver: waiver.id },
          body: { reason },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('plan.waiver.endEffect')}</Text>
    </ReasonDialog>
  );
};
