import { Button, Flex, Select, Text } from '@backstage/ui';
import { useState } from 'react';
import { DataTable, type DataColumn } from '../parts/DataTable';
import { useT } from '../words/useWords';

/** Rows shown at a time: a source may hold thousands, and a page of them all cannot be read. */
const SHOWN_AT_ONCE = 50;

const ALL = 'all';

interface RowsByKindProps<T, K extends string> {
  /** what the table holds */
  caption: string;
  /** what the rows are told apart by, and each kind in words */
  label: string;
  kinds: readonly { id: K; label: string }[];
  kindOf: (row: T) => K;
  rows: readonly T[];
  columns: readonly DataColumn<T>[];
}

/** Rows of a source, of all kinds or of one, some at a time. */
export function RowsByKind<T extends { key: string }, K extends string>({
  caption,
  label,
  kinds,
  kindOf,
  rows,
  columns,
}: RowsByKindProps<T, K>) {
  const t = useT();
  const [kind, setKind] = useState(ALL);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const matching = rows.filter(row => kind === ALL || kindOf(row) === kind);
  const options = kinds.map(each => ({
    id: each.id,
    label: t('sources.counted', {
      outcome: each.label,
      number: String(rows.filter(row => kindOf(row) === each.id).length),
    }),
  }));
  return (
    <Flex direction="column" gap="3">
      <div style={{ maxWidth: '16rem' }}>
        <Select
          label={label}
          value={kind}
          onChange={key => setKind(String(key ?? ALL))}
          options={[
            { id: ALL, label: t('sources.all', { number: String(rows.length) }) },
            ...options,
          ]}
        />
      </div>
      {matching.length === 0 ? (
        <Text color="secondary">{t('sources.noneOf')}</Text>
      ) : (
        <DataTable
          caption={caption}
          rows={matching.slice(0, shown)}
          keyOf={({ key }) => key}
          columns={columns}
        />
      )}
      {matching.length > shown && (
        <div>
          <Button variant="secondary" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
            {t('sources.moreRows')}
          </Button>
        </div>
      )}
    </Flex>
  );
}
