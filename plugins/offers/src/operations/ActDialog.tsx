import { Alert, Select, Text } from '@backstage/ui';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { ReasonDialog } from '../forms/ReasonDialog';
import { Loading } from '../parts/Loading';
import { Problem } from '../parts/Problem';
import { instantIn, readersZone } from '../words/dates';
import { useT } from '../words/useWords';
import { ActPreviewView } from './ActPreviewView';
import { isDestructive, type OperatingAct } from './words';

interface ActDialogProps {
  offer: ManagedOffer;
  act: OperatingAct;
  /** the version whose ring is acted on */
  version?: number | undefined;
  onClose: () => void;
}

const RING_ACTS = {
  'ring-promote': 'promote',
  'ring-hold': 'hold',
  'ring-resume': 'resume',
  'ring-roll-back': 'roll-back',
} as const;

function isRingAct(act: OperatingAct): act is keyof typeof RING_ACTS {
  return act in RING_ACTS;
}

/** Does the act; each is an operation of its own, and all of them answer with the offer's life. */
function useActing({ offer, act, onClose }: ActDialogProps) {
  const t = useT();
  const told = { done: t(`act.${act}.done`, { title: offer.title }), onDone: onClose };
  const suspending = useIntent('suspendOffer', told);
  const resuming = useIntent('resumeOffer', told);
  const ring = useIntent('actOnRing', told);
  const goingBack = useIntent('rollBackOffer', told);
  const all = [suspending, resuming, ring, goingBack];
  const { id } = offer;
  const run = (reason: string, version: number | undefined) => {
    if (act === 'resume') {
      resuming.run(idempotencyKey => ({ params: { id }, body: { reason }, idempotencyKey }));
    } else if (act === 'suspend' || act === 'emergency') {
      suspending.run(idempotencyKey => ({
        params: { id },
        body: { kind: act, reason },
        idempotencyKey,
      }));
    } else if (version !== undefined && isRingAct(act)) {
      ring.run(idempotencyKey => ({
        params: { id, number: version },
        body: { act: RING_ACTS[act], reason },
        idempotencyKey,
      }));
    } else if (version !== undefined) {
      goingBack.run(idempotencyKey => ({
        params: { id },
        body: { version, reason },
        idempotencyKey,
      }));
    }
  };
  return {
    run,
    isPending: all.some(({ isPending }) => isPending),
    error: all.map(({ error }) => error).find(Boolean) ?? null,
  };
}

const VersionChoice = ({
  offer,
  value,
  onChange,
}: {
  offer: ManagedOffer;
  value: number | undefined;
  onChange: (version: number) => void;
}) => {
  const t = useT();
  return (
    <Select
      label={t('act.content')}
      value={value === undefined ? null : String(value)}
      onChange={key => key !== null && onChange(Number(key))}
      options={offer.versions.map(({ number, publishedAt }) => ({
        id: String(number),
        label: t('act.versionOf', { number: String(number), when: instantIn(t, publishedAt) }),
      }))}
    />
  );
};

/** Shows what an act would do to the offer now, and does it with a reason. */
export const ActDialog = (props: ActDialogProps) => {
  const { offer, act, onClose } = props;
  const t = useT();
  const [version, setVersion] = useState(
    act === 'roll-back' ? offer.versions[1]?.number : props.version,
  );
  const preview = useCall('previewAct', {
    params: { id: offer.id },
    query: { act, zone: readersZone(), ...(version === undefined ? {} : { version }) },
  });
  const { run, isPending, error } = useActing(props);
  return (
    <ReasonDialog
      title={t(`act.${act}.title`)}
      confirm={t(`act.${act}.confirm`)}
      destructive={isDestructive(act)}
      onConfirm={reason => run(reason, version ?? preview.data?.version)}
      onClose={onClose}
      isPending={isPending}
      isDisabled={preview.data?.possible !== true}
      error={error}
      width="min(46rem, 92vw)"
    >
      {act === 'emergency' ? (
        <Alert
          status="danger"
          icon
          title={t('act.emergency.warning', { title: offer.title })}
          description={t('act.emergency.effect')}
        />
      ) : (
        <Text as="p">{t(`act.${act}.effect`)}</Text>
      )}
      {act === 'roll-back' && <VersionChoice offer={offer} value={version} onChange={setVersion} />}
      {preview.error && <Problem error={preview.error} onRetry={() => preview.refetch()} />}
      {!preview.data && !preview.error && <Loading what={t('act.loading')} rows={2} height={40} />}
      {preview.data && <ActPreviewView preview={preview.data} />}
    </ReasonDialog>
  );
};
