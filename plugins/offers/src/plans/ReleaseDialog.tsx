import { Flex, Text } from '@backstage/ui';
import type { Plan, ReleasePreview } from '@offerdesk/backstage-plugin-offers-common';
import { useAct, useCall } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ActionDialog } from '../parts/ActionDialog';
import { CheckList } from '../parts/CheckList';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Problem } from '../parts/Problem';
import { Reach } from '../parts/Reach';
import { toldIn } from '../words/told';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { useT } from '../words/useWords';

type Effect = ReleasePreview['effects'][number];

const EffectView = ({ effect }: { effect: Effect }) => {
  const t = useT();
  return (
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        {effect.title}
      </Text>
      <Facts
        facts={[
          [t('plan.impact.from'), <When key="from" at={effect.from} />],
          [t('plan.impact.until'), effect.until && <When at={effect.until} />],
          [t('plan.impact.sees'), <Reach key="see" reach={effect.audience} />],
          [t('plan.impact.orders'), <Reach key="order" reach={effect.mayOrder} />],
          ...effect.channels.map(
            ({ channel, mayHear, reason }) =>
              [
                t('plan.release.channel', { channel }),
                mayHear
                  ? t('plan.release.told')
                  : t('plan.release.notTold', {
                      reason: reason ? toldIn(t, reason) : t('plan.release.withheld'),
                    }),
              ] as const,
          ),
        ]}
      />
    </div>
  );
};

const Preview = ({ preview }: { preview: ReleasePreview }) => {
  const t = useT();
  return (
    <Flex direction="column" gap="4">
      {preview.refusal && (
        <Text as="p" weight="bold">
          {preview.refusal}
        </Text>
      )}
      {preview.effects.map(effect => (
        <EffectView key={effect.offerId} effect={effect} />
      ))}
      {preview.gates.map(gate => (
        <CheckList
          key={gate.gate}
          label={t(`gate.${gate.gate}`)}
          checks={gate.criteria.map((found, index) => ({
            id: `${index} ${found.id}`,
            holds: found.state !== 'missing',
            sentence: found.title,
            remedy: found.remedy,
          }))}
        />
      ))}
    </Flex>
  );
};

/** Shows what publishing would do, now, and asks; what was shown is what is published. */
export const ReleaseDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const t = useT();
  const toast = useToast();
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const preview = useCall('previewRelease', { params: { id: plan.id } });
  const { mutate, isPending, error } = useAct('releasePlan');
  const release = ({ contentHash }: ReleasePreview) =>
    mutate(
      { params: { id: plan.id }, body: { contentHash }, idempotencyKey },
      {
        onSuccess: () => {
          toast(t('plan.release.done', { title: plan.title }));
          onClose();
        },
        onError: settleKey,
      },
    );
  return (
    <ActionDialog
      title={t('plan.release.title', { title: plan.title })}
      confirm={t('plan.release.confirm')}
      onConfirm={() => preview.data && release(preview.data)}
      onClose={onClose}
      isPending={isPending}
      isDisabled={!preview.data?.releasable}
      error={error}
      width="min(42rem, 92vw)"
    >
      {preview.error && <Problem error={preview.error} onRetry={() => preview.refetch()} />}
      {!preview.data && !preview.error && (
        <Loading what={t('plan.release.loading')} rows={3} height={40} />
      )}
      {preview.data && <Preview preview={preview.data} />}
    </ActionDialog>
  );
};
