import { Text } from '@backstage/ui';
import type { Change } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { DataTable } from '../parts/DataTable';
import { labelIn } from '../words/changes';
import { valueIn } from '../words/changeValues';
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

const Side = ({ change, side }: { change: Change; side: 'before' | 'after' }) => {
  const t = useT();
  const said = (value = '') => valueIn(t, change, value);
  const [before, after] = [said(change.before), said(change.after)];
  const diff = useMemo(() => diffWords(before, after), [before, after]);
  // Where there was nothing before, everything is new: marking it all would only be loud.
  if (!before && side === 'after') return <span className={styles.text}>{after || '–'}</span>;
  return <Pieces pieces={diff[side]} as={side === 'before' ? 'del' : 'ins'} />;
};

/** What changes, field by field: before and after side by side, marked where they differ. */
export const ChangeTable = ({ caption, changes }: { caption: string; changes: Change[] }) => {
  const t = useT();
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
                cell: (change: Change) => <Side change={change} side="before" />,
              },
            ]
          : []),
        {
          label: t('plan.change.after'),
          ...(hasBefore ? { width: '32%' } : {}),
          cell: (change: Change) => <Side change={change} side="after" />,
        },
        {
          label: t('plan.change.later'),
          cell: ({ material }) => t(material ? 'plan.change.voids' : 'plan.change.voidsNot'),
        },
      ]}
    />
  );
};
