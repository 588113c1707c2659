import type { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { StateBadge } from '../parts/StateBadge';
import { principalWords } from '../words/refs';
import type { Tone } from '../words/states';

type Margin = OfferImpact['margins'][number];

interface MarginRow {
  now: Margin;
  was: Margin | undefined;
}

const verdicts: Readonly<Record<Margin['verdict'], { label: string; tone: Tone }>> = {
  met: { label: 'At or over the floor', tone: 'positive' },
  'under-floor': { label: 'Under the floor', tone: 'negative' },
  'no-cost': { label: 'No cost known', tone: 'warning' },
};

const percent = (value: string | undefined) => (value === undefined ? '–' : `${value} %`);

/** What tells one price list from another. */
const keyOf = ({ currency, audience = [] }: Margin) => `${currency} ${audience.join(' ')}`;

/** A figure, and what it was before where that is another. */
function moved(was: string | undefined, now: string): string {
  return was === undefined || was === now ? now : `${was} → ${now}`;
}

const marginOf = ({ marginPercent, lowestPercent }: Margin) =>
  lowestPercent === undefined
    ? percent(marginPercent)
    : `${percent(marginPercent)}, down to ${lowestPercent} % by choice`;

/** Price, cost and margin of the first year against the floor, before and after, by currency. */
export const MarginTable = ({ impact }: { impact: OfferImpact }) => {
  const rows = impact.margins.map((now): MarginRow => ({
    now,
    was: impact.marginsBefore?.find(before => keyOf(before) === keyOf(now)),
  }));
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={`Price and margin of ${impact.title}`}
      rows={rows}
      keyOf={({ now }) => keyOf(now)}
      columns={[
        {
          label: 'First year',
          cell: ({ now: { currency, audience } }) =>
            audience ? `${currency}, ${audience.map(principalWords).join(', ')}` : currency,
        },
        { label: 'Price', cell: ({ now, was }) => moved(was?.price, now.price) },
        { label: 'Cost', cell: ({ now, was }) => moved(was?.cost, now.cost ?? '–') },
        {
          label: 'Margin',
          cell: ({ now, was }) => moved(was && marginOf(was), marginOf(now)),
        },
        { label: 'Floor', cell: ({ now }) => percent(now.floorPercent) },
        { label: 'Verdict', cell: ({ now }) => <StateBadge {...verdicts[now.verdict]} /> },
      ]}
    />
  );
};
