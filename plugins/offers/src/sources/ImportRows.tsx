import { Button, Flex, Link, Select, Text } from '@backstage/ui';
import type { ImportRow } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { StateBadge } from '../parts/StateBadge';
import { useLinks } from '../shell/useLinks';
import type { Tone } from '../words/states';

/** Rows shown at a time: a source may hold thousands, and a page of them all cannot be read. */
const SHOWN_AT_ONCE = 50;

const outcomes: Readonly<Record<ImportRow['outcome'], { label: string; tone: Tone }>> = {
  created: { label: 'Created', tone: 'positive' },
  updated: { label: 'Updated', tone: 'info' },
  unchanged: { label: 'Unchanged', tone: 'neutral' },
  rejected: { label: 'Rejected', tone: 'negative' },
};

const ALL = 'all';

const OfferOfRow = ({ row }: { row: ImportRow }) => {
  const links = useLinks();
  return row.offerId ? <Link href={links.draft(row.offerId)}>{row.title}</Link> : <>{row.title}</>;
};

/** What an import did with each row of its source. */
export const ImportRows = ({ rows }: { rows: readonly ImportRow[] }) => {
  const [outcome, setOutcome] = useState(ALL);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const matching = rows.filter(row => outcome === ALL || row.outcome === outcome);
  const options = Object.entries(outcomes).map(([id, { label }]) => ({
    id,
    label: `${label} (${rows.filter(row => row.outcome === id).length})`,
  }));
  return (
    <Flex direction="column" gap="3">
      <div style={{ maxWidth: '16rem' }}>
        <Select
          label="Outcome"
          value={outcome}
          onChange={key => setOutcome(String(key ?? ALL))}
          options={[{ id: ALL, label: `All rows (${rows.length})` }, ...options]}
        />
      </div>
      {matching.length === 0 ? (
        <Text color="secondary">No row has this outcome.</Text>
      ) : (
        <DataTable
          caption="Rows of the import"
          rows={matching.slice(0, shown)}
          keyOf={({ key }) => key}
          columns={[
            { label: 'Offer', cell: row => <OfferOfRow row={row} /> },
            { label: 'Outcome', cell: row => <StateBadge {...outcomes[row.outcome]} /> },
            { label: 'Reason', cell: ({ reason }) => reason ?? '–' },
          ]}
        />
      )}
      {matching.length > shown && (
        <div>
          <Button variant="secondary" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show more rows
          </Button>
        </div>
      )}
    </Flex>
  );
};
