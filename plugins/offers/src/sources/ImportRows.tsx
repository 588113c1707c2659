import type { ImportRow } from '@offerdesk/backstage-plugin-offers-common';
import { StateBadge } from '../parts/StateBadge';
import type { Tone } from '../words/states';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';
import { OfferOfRow } from './OfferOfRow';
import { RowsByKind } from './RowsByKind';

const tones: Readonly<Record<ImportRow['outcome'], Tone>> = {
  created: 'positive',
  updated: 'info',
  unchanged: 'neutral',
  rejected: 'negative',
};

const OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** What an import did with each row of its source. */
export const ImportRows = ({ rows }: { rows: readonly ImportRow[] }) => {
  const t = useT();
  return (
    <RowsByKind
      caption={t('sources.rows')}
      label={t('sources.outcome')}
      kinds={OUTCOMES.map(id => ({ id, label: t(`outcome.${id}`) }))}
      kindOf={({ outcome }) => outcome}
      rows={rows}
      columns={[
        { label: t('sources.offer'), cell: row => <OfferOfRow row={row} /> },
        {
          label: t('sources.outcome'),
          cell: ({ outcome }) => (
            <StateBadge label={t(`outcome.${outcome}`)} tone={tones[outcome]} />
          ),
        },
        { label: t('sources.reason'), cell: ({ reason }) => (reason ? toldIn(t, reason) : '–') },
      ]}
    />
  );
};
