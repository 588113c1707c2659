import { Button, Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useIntent } from '../data/useIntent';
import { ReasonDialog } from '../forms/ReasonDialog';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useMe } from '../shell/useMe';

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
  const { run, isPending, error } = useIntent('reviewSuspension', {
    done: 'The review is kept.',
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title="Review this suspension"
      confirm="Keep the review"
      label="What came of it"
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
        <Who entityRef={suspension.by} plain /> stopped it on <When at={suspension.from} />: “
        {suspension.reason}”
      </Text>
    </ReasonDialog>
  );
};

const Ending = ({ suspension: { until, resumedBy, resumeReason } }: { suspension: Suspension }) => {
  if (!until) return <>Lasts</>;
  return (
    <>
      <When at={until} />
      {resumedBy && (
        <>
          {' by '}
          <Who entityRef={resumedBy} plain />
        </>
      )}
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
  const { review } = suspension;
  if (review) {
    return (
      <>
        “{review.review}” <Who entityRef={review.by} plain />, <When at={review.at} />
      </>
    );
  }
  return onReview ? (
    <Button size="small" variant="secondary" onPress={onReview}>
      Review…
    </Button>
  ) : (
    <>By somebody who did not suspend it</>
  );
};

/** Every time the offer was stopped by hand, why, and what came of the review. */
export const SuspensionsPanel = ({ life }: { life: OfferLife }) => {
  const { me } = useMe();
  const [reviewed, setReviewed] = useState<Suspension>();
  if (life.suspensions.length === 0) return null;
  const mayReview = ({ by }: Suspension) => life.can.operate && by !== me?.user;
  return (
    <Panel title="Suspensions">
      <DataTable
        caption="Suspensions"
        rows={life.suspensions}
        keyOf={({ id }) => id}
        columns={[
          { label: 'From', cell: ({ from }) => <When at={from} /> },
          {
            label: 'What',
            cell: ({ kind }) => (kind === 'emergency' ? 'Emergency stop' : 'Suspension'),
          },
          { label: 'By', cell: ({ by }) => <Who entityRef={by} plain /> },
          { label: 'Why', cell: ({ reason }) => reason },
          { label: 'Ended', cell: suspension => <Ending suspension={suspension} /> },
          {
            label: 'Review',
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
