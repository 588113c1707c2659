import { DataTable } from '../parts/DataTable';
import type { Difference } from './differences';
import { fieldWords } from './fieldWords';
import { useT } from '../words/useWords';

/** Two drafts field by field, where they differ. */
export const DifferenceTable = ({ rows }: { rows: readonly Difference[] }) => {
  const t = useT();
  return (
    <DataTable
      caption={t('conflict.differences')}
      rows={rows}
      keyOf={({ field }) => field}
      columns={[
        { label: t('conflict.field'), cell: ({ field }) => fieldWords(t, field) },
        { label: t('conflict.yours'), cell: ({ mine }) => mine || '–' },
        { label: t('conflict.theirs'), cell: ({ theirs }) => theirs || '–' },
      ]}
    />
  );
};
