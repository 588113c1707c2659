import { Text } from '@backstage/ui';
import type { Change } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { useCall } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { useNames } from '../parts/useNames';
import { labelIn } from '../words/changes';
import { refsIn, valueIn } from '../words/changeValues';
import type { NameOfRef } from '../words/refs';
import { useT } from '../words/useWords';
import { diffWords, type DiffPiece } from './diff';
import styles from './Diff.module.css';

const Pieces = ({ pieces, as }: { pieces: readonly DiffPiece[]; as: 'del' | 'ins' }) => {
  const Mark = as;
  if (pieces.length === 0) return <>–</>;
  return (
    <span className={styles.text}>
      {pieces.map(({ text, isChanged }, index) =>
        isChanged ? (
          <Mark key={index} className={as === 'del' ? styles.before : styles.after}>
            {text}
          </Mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </span>
  );
};

/** What the field that names a category is called in a content. */
const CATEGORY = 'content.information.category';

/** What changes name, by what people call it: entities of the software catalogue, and the category. */
function useNamesIn(changes: readonly Change[]): (change: Change) => NameOfRef {
  const nameOf = useNames(refsIn(changes));
  const isPlaced = changes.some(({ field }) => field === CATEGORY);
  const categories = useCall('categories', {}, { enabled: isPlaced }).data?.items ?? [];
  const titleOf = (id: string) => categories.find(each => each.id === id)?.title ?? id;
  return ({ field }) => (field === CATEGORY ? titleOf : nameOf);
}

interface SideProps {
  change: Change;
  side: 'before' | 'after';
  nameOf: NameOfRef;
}

const Side = ({ change, side, nameOf }: SideProps) => {
  const t = useT();
  const said = (value = '') =>
    change.field === CATEGORY ? nameOf(value) : valueIn(t, change, value, nameOf);
  const [before, after] = [said(change.before), said(change.after)];
  const diff = useMemo(() => diffWords(before, after), [before, after]);
  // Where there was nothing before, everything is new: marking it all would only be loud.
  if (!before && side === 'after') return <span className={styles.text}>{after || '–'}</span>;
  return <Pieces pieces={diff[side]} as={side === 'before' ? 'del' : 'ins'} />;
};

/** What changes, field by field: before and after side by side, marked where they differ. */
export const ChangeTable = ({ caption, changes }: { caption: string; changes: Change[] }) => {
  const t = useT();
  const namesOf = useNamesIn(changes);
  const hasBefore = changes.some(({ before }) => before !== undefined);
  if (changes.length === 0) return <Text color="secondary">{t('plan.change.none')}</Text>;
  return (
    <DataTable
      caption={caption}
      rows={changes}
      keyOf={({ field }) => field}
      columns={[
        { label: t('plan.change.what'), width: '18%', cell: change => labelIn(t, change) },
        ...(hasBefore
          ? [
              {
                label: t('plan.change.before'),
                width: '32%',
                cell: (change: Change) => (
                  <Side change={change} side="before" nameOf={namesOf(change)} />
                ),
              },
            ]
          : []),
        {
          label: t('plan.change.after'),
          ...(hasBefore ? { width: '32%' } : {}),
          cell: (change: Change) => <Side change={change} side="after" nameOf={namesOf(change)} />,
        },
        {
          label: t('plan.change.later'),
          cell: ({ material }) => t(material ? 'plan.change.voids' : 'plan.change.voidsNot'),
        },
      ]}
    />
  );
};
