import { Button, Flex, Link, Select, Text } from '@backstage/ui';
import type { ImportRow } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { StateBadge } from '../parts/StateBadge';
import { useLinks } from '../shell/useLinks';
import type { Tone } from '../words/states';
import { useT } from '../words/useWords';

/** Rows shown at a time: a source may hold thousands, and a page of them all cannot be read. */
const SHOWN_AT_ONCE = 50;

const tones: Readonly<Record<ImportRow['outcome'], Tone>> = {
  created: 'positive',
  updated: 'info',
  unchanged: 'neutral',
  rejected: 'negative',
};

const OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const;

const ALL = 'all';

const OfferOfRow = ({ row }: { row: ImportRow }) => {
  const links = useLinks();
  return row.offerId ? <Link href={links.draft(row.offerId)}>{row.title}</Link> : <>{row.title}</>;
};

/** What an import did with each row of its source. */
export const ImportRows = ({ rows }: { rows: readonly ImportRow[] }) => {
  const t = useT();
  const [outcome, setOutcome] = useState(ALL);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const matching = rows.filter(row => outcome === ALL || row.outcome === outcome);
  const options = OUTCOMES.map(id => ({
    id,
    label: t('sources.counted', {
      outcome: t(`outcome.${id}`),
      number: String(rows.filter(row => row.outcome === id).length),
    }),
  }));
  return (
    <Flex direction="column" gap="3">
      <div style={{ maxWidth: '16rem' }}>
        <Select
          label={t('sources.outcome')}
          value={outcome}
          onChange={key => setOutcome(String(key ?? ALL))}
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
          caption={t('sources.rows')}
          rows={matching.slice(0, shown)}
          keyOf={({ key }) => key}
          columns={[
            { label: t('sources.offer'), cell: row => <OfferOfRow row={row} /> },
            {
              label: t('sources.outcome'),
              cell: ({ outcome: became }) => (
                <StateBadge label={t(`outcome.${became}`)} tone={tones[became]} />
              ),
            },
            { label: t('sources.reason'), cell: ({ reason }) => reason ?? '–' },
          ]}
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
};
