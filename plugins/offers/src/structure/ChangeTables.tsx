import { Button } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useQueries } from '@tanstack/react-query';
import { useApi } from '@backstage/core-plugin-api';
import { offersApiRef } from '../data/offersApi';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { useNames } from '../parts/useNames';
import { When } from '../parts/When';
import { useT } from '../words/useWords';
import type { Change } from './treeDraft';
import { bodyIn, changeIn, partOf, titlesOf } from './words';

/** What changes are about by the titles that people know; of what is not known yet, its name or id stands. */
function useTitles(structure: WholeStructure, changes: readonly Change[]) {
  const api = useApi(offersApiRef);
  const moved = changes.filter(({ kind }) => kind === 'offer-move').map(({ target }) => target);
  const asked = useQueries({
    queries: [...new Set(moved)].map(id => ({
      queryKey: ['offers', 'getOffer', { params: { id } }],
      queryFn: () => api.call('getOffer', { params: { id } }),
    })),
  });
  const titles = new Map(asked.flatMap(({ data }) => (data ? [[data.id, data.title]] : [])));
  const titleOf = titlesOf(structure, changes);
  const subjectOf = ({ kind, target }: Change) => {
    const part = partOf(kind);
    return part ? titleOf(part, target) : (titles.get(target) ?? target);
  };
  return { titleOf, subjectOf };
}

/** What the reader would change: nothing of it is sent before it is planned. */
export const DraftedChanges = ({
  structure,
  changes,
  onTakeBack,
}: {
  structure: WholeStructure;
  changes: readonly Change[];
  onTakeBack: () => void;
}) => {
  const t = useT();
  const { titleOf, subjectOf } = useTitles(structure, changes);
  const nameOf = useNames(
    changes.flatMap(({ body }) => ('owner' in body && body.owner ? [body.owner] : [])),
  );
  return (
    <Panel
      title={t('structure.wouldChange')}
      note={t('structure.wouldChangeNote')}
      aside={
        <Button size="small" variant="tertiary" onPress={onTakeBack}>
          {t('structure.takeBack')}
        </Button>
      }
    >
      <DataTable
        caption={t('structure.wouldChange')}
        rows={changes.map((change, index) => ({ change, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            label: t('structure.change'),
            cell: ({ change }) => changeIn(t, change.kind),
          },
          { label: t('structure.of'), cell: ({ change }) => subjectOf(change) },
          {
            label: t('structure.to'),
            cell: ({ change }) => bodyIn(t, change, titleOf, nameOf) || '–',
          },
        ]}
      />
    </Panel>
  );
};

/** What is released and takes effect later. */
export const ComingChanges = ({ structure }: { structure: WholeStructure }) => {
  const t = useT();
  const { coming } = structure;
  const { subjectOf } = useTitles(
    structure,
    coming.map(({ change }) => change),
  );
  if (coming.length === 0) return null;
  return (
    <Panel title={t('structure.coming')}>
      <DataTable
        caption={t('structure.coming')}
        rows={coming.map((each, index) => ({ ...each, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { label: t('structure.from'), cell: ({ from }) => <When at={from} /> },
          {
            label: t('structure.change'),
            cell: ({ change }) => changeIn(t, change.kind),
          },
          { label: t('structure.of'), cell: ({ change }) => subjectOf(change) },
        ]}
      />
    </Panel>
  );
};
