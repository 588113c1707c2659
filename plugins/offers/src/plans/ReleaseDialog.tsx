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
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { gateTitles } from '../words/states';

type Effect = ReleasePreview['effects'][number];

const EffectView = ({ effect }: { effect: Effect }) => (
  <div>
    <Text as="h3" variant="body-medium" weight="bold">
      {effect.title}
    </Text>
    <Facts
      facts={[
        ['Offered from', <When key="from" at={effect.from} />],
        ['Until', effect.until && <When at={effect.until} />],
        ['Will see it', <Reach key="see" reach={effect.audience} />],
        ['May order it', <Reach key="order" reach={effect.mayOrder} />],
        ...effect.channels.map(
          ({ channel, mayHear, reason }) =>
            [
              `Channel ${channel}`,
              mayHear ? 'Is told when it begins' : `Is not told: ${reason ?? 'withheld'}`,
            ] as const,
        ),
      ]}
    />
  </div>
);

const Preview = ({ preview }: { preview: ReleasePreview }) => (
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
        label={gateTitles[gate.gate]}
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

/** Shows what publishing would do, now, and asks; what was shown is what is published. */
export const ReleaseDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const toast = useToast();
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const preview = useCall('previewRelease', { params: { id: plan.id } });
  const { mutate, isPending, error } = useAct('releasePlan');
  const release = ({ contentHash }: ReleasePreview) =>
    mutate(
      { params: { id: plan.id }, body: { contentHash }, idempotencyKey },
      {
        onSuccess: () => {
          toast(`Published: ${plan.title}.`);
          onClose();
        },
        onError: settleKey,
      },
    );
  return (
    <ActionDialog
      title={`Publish ${plan.title}?`}
      confirm="Publish"
      onConfirm={() => preview.data && release(preview.data)}
      onClose={onClose}
      isPending={isPending}
      isDisabled={!preview.data?.releasable}
      error={error}
      width="min(42rem, 92vw)"
    >
      {preview.error && <Problem error={preview.error} onRetry={() => preview.refetch()} />}
      {!preview.data && !preview.error && <Loading what="what it would do" rows={3} height={40} />}
      {preview.data && <Preview preview={preview.data} />}
    </ActionDialog>
  );
};
