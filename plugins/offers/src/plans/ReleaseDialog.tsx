import { Flex, Text } from '@backstage/ui';
import type { OfferImpact, Plan, ReleasePreview } from '@offerdesk/backstage-plugin-offers-common';
import { useAct, useCall } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ActionDialog } from '../parts/ActionDialog';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Problem } from '../parts/Problem';
import { toldIn } from '../words/told';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { useT, type T } from '../words/useWords';
import { audienceFacts } from './audienceFacts';
import { CriteriaList } from './GatePanel';

type Effect = ReleasePreview['effects'][number];

const channelFacts = (channels: Effect['channels'], t: T) =>
  channels.map(
    ({ channel, mayHear, reason }) =>
      [
        t('plan.release.channel', { channel }),
        mayHear
          ? t('plan.release.told')
          : t('plan.release.notTold', {
              reason: reason ? toldIn(t, reason) : t('plan.release.withheld'),
            }),
      ] as const,
  );

/** What becomes of one offer: from when, for whom, and who hears of it. */
const EffectView = ({ impact, effect }: { impact: OfferImpact; effect: Effect | undefined }) => {
  const t = useT();
  const until = effect?.until ?? impact.until;
  return (
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        {impact.title}
      </Text>
      <Facts
        facts={[
          [
            t(impact.kind === 'end' ? 'plan.impact.toldFrom' : 'plan.impact.from'),
            <When key="from" at={effect?.from ?? impact.from} />,
          ],
          [t('plan.impact.until'), until && <When at={until} />],
          [
            t('plan.release.existingFrom'),
            effect?.existingFrom && <When key="existing" at={effect.existingFrom} />,
          ],
          ...audienceFacts(impact, t),
          ...channelFacts(effect?.channels ?? [], t),
        ]}
      />
    </div>
  );
};

const Preview = ({ plan, preview }: { plan: Plan; preview: ReleasePreview }) => {
  const t = useT();
  return (
    <Flex direction="column" gap="4">
      {preview.refusal && (
        <Text as="p" weight="bold">
          {toldIn(t, preview.refusal)}
        </Text>
      )}
      {plan.impact.map(impact => (
        <EffectView
          key={impact.offerId}
          impact={impact}
          effect={preview.effects.find(({ offerId }) => offerId === impact.offerId)}
        />
      ))}
      {preview.gates.map(gate => (
        <CriteriaList
          key={gate.gate}
          label={t(`gate.${gate.gate}`)}
          criteria={gate.criteria}
          isOpen={false}
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
      {preview.data && <Preview plan={plan} preview={preview.data} />}
    </ActionDialog>
  );
};
