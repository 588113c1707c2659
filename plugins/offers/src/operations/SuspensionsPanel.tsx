import { Button, Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useIntent } from '../data/useIntent';
import { ReasonDialog } from '../forms/ReasonDialog';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';

type Suspension = OfferLife['suspensions'][number];

const ReviewDialog = ({
  offerId,
  suspension,
  onClose,
}: {
  offerId: string;
  suspension: Suspension;
  onClose: () => void;
}) => {
  const t = useT();
  const { run, isPending, error } = useIntent('reviewSuspension', {
    done: t('review.done'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('review.title')}
      confirm={t('review.confirm')}
      label={t('review.label')}
      onConfirm={review =>
        run(idempotencyKey => ({
          params: { id: offerId, suspension: suspension.id },
          body: { review },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        {t('review.stopped', {
          who: <Who entityRef={suspension.by} plain />,
          when: <When at={suspension.from} />,
          reason: suspension.reason,
        })}
      </Text>
    </ReasonDialog>
  );
};

const Ending = ({ suspension: { until, resumedBy, resumeReason } }: { suspension: Suspension }) => {
  const t = useT();
  if (!until) return <>{t('suspensions.lasts')}</>;
  const when = <When at={until} />;
  return (
    <>
      {resumedBy
        ? t('suspensions.endedBy', { when, who: <Who entityRef={resumedBy} plain /> })
        : when}
      {resumeReason && `: ${resumeReason}`}
    </>
  );
};

const Review = ({
  suspension,
  onReview,
}: {
  suspension: Suspension;
  onReview: (() => void) | undefined;
}) => {
  const t = useT();
  const { review } = suspension;
  if (review) {
    return (
      <>
        {t('suspensions.reviewedBy', {
          review: review.review,
          who: <Who entityRef={review.by} plain />,
          when: <When at={review.at} />,
        })}
      </>
    );
  }
  return onReview ? (
    <Button size="small" variant="secondary" onPress={onReview}>
      {t('suspensions.reviewOpen')}
    </Button>
  ) : (
    <>{t('suspensions.byOther')}</>
  );
};

/** Every time the offer was stopped by hand, why, and what came of the review. */
export const SuspensionsPanel = ({ life }: { life: OfferLife }) => {
  const t = useT();
  const { me } = useMe();
  const [reviewed, setReviewed] = useState<Suspension>();
  if (life.suspensions.length === 0) return null;
  const mayReview = ({ by }: Suspension) => life.can.operate && by !== me?.user;
  return (
    <Panel title={t('suspensions.title')}>
      <DataTable
        caption={t('suspensions.title')}
        rows={life.suspensions}
        keyOf={({ id }) => id}
        columns={[
          { label: t('segment.from'), cell: ({ from }) => <When at={from} /> },
          {
            label: t('suspensions.what'),
            cell: ({ kind }) =>
              kind === 'emergency' ? (
                <StateBadge label={t('suspensions.emergency')} tone="negative" />
              ) : (
                t('suspensions.suspend')
              ),
          },
          { label: t('suspensions.by'), cell: ({ by }) => <Who entityRef={by} plain /> },
          { label: t('suspensions.why'), cell: ({ reason }) => reason },
          { label: t('suspensions.ended'), cell: suspension => <Ending suspension={suspension} /> },
          {
            label: t('suspensions.review'),
            cell: suspension => (
              <Review
                suspension={suspension}
                onReview={mayReview(suspension) ? () => setReviewed(suspension) : undefined}
              />
            ),
          },
        ]}
      />
      {reviewed && (
        <ReviewDialog
          offerId={life.offerId}
          suspension={reviewed}
          onClose={() => setReviewed(undefined)}
        />
      )}
    </Panel>
  );
};
