import { DataTable } from '../parts/DataTable';
import type { Difference } from './differences';

/** Two drafts field by field, where they differ. */
export const DifferenceTable = ({ rows }: { rows: readonly Difference[] }) => (
  <DataTable
    caption="Differences"
    rows={rows}
    keyOf={({ field }) => field}
    columns={[
      { label: 'Field', cell: ({ field }) => field },
      { label: 'Yours', cell: ({ mine }) => mine || '–' },
      { label: 'Theirs', cell: ({ theirs }) => theirs || '–' },
    ]}
  />
);
