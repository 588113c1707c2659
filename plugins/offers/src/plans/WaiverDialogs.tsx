import { Text } from '@backstage/ui';
import {
  instantOf,
  type Criterion,
  type WaivableCriterion,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useIntent } from '../data/useIntent';
import { DateTimeField } from '../forms/DateTimeField';
import { ReasonDialog } from '../forms/ReasonDialog';
import { localInZone, readersZone } from '../words/dates';

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
  const zone = readersZone();
  const [until, setUntil] = useState(() => suggestedEnd(zone));
  const named = instantOf({ local: until, zone });
  const { run, isPending, error } = useIntent('grantWaiver', {
    done: `Waived: ${title}.`,
    onDone: onClose,
  });
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
      title={`Waive ${title}?`}
      confirm="Waive"
      onConfirm={waive}
      onClose={onClose}
      isPending={isPending}
      isDisabled={!named.ok}
      error={error}
    >
      <Text as="p">
        The gate lets it pass until the end of the waiver. Everybody who reads the plan sees who
        gave it and why; whoever wrote the draft cannot give it.
      </Text>
      <DateTimeField
        label="Counts until"
        description={`In ${zone.replace(/_/g, ' ')}.`}
        isRequired
        value={until}
        onChange={setUntil}
        error={named.ok ? undefined : named.message}
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
  const { run, isPending, error } = useIntent('revokeWaiver', {
    done: `The waiver of ${title} counts no more.`,
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={`End the waiver of ${title}?`}
      confirm="End the waiver"
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
      <Text as="p">
        The criterion counts again from now on, and stops the plan while it is missing.
      </Text>
    </ReasonDialog>
  );
};
