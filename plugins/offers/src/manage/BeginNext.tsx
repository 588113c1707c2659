import { Button } from '@backstage/ui';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useIntent } from '../data/useIntent';
import { Problem } from '../parts/Problem';
import { useT } from '../words/useWords';

/** Begins the next version of an offer that is published; what serves now goes on until a plan releases that one. */
export const BeginNext = ({ offer }: { offer: Pick<ManagedOffer, 'id' | 'title'> }) => {
  const t = useT();
  const { run, isPending, error } = useIntent('startNextVersion', {
    done: t('editor.begun', { title: offer.title }),
  });
  return (
    <>
      <div>
        <Button
          size="small"
          variant="secondary"
          isPending={isPending}
          onPress={() =>
            run(idempotencyKey => ({ params: { id: offer.id }, body: {}, idempotencyKey }))
          }
        >
          {t('editor.beginNext')}
        </Button>
      </div>
      {error && <Problem error={error} />}
    </>
  );
};
