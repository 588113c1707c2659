import type { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { StateBadge } from '../parts/StateBadge';
import { decimalIn } from '../words/figures';
import { principalsIn } from '../words/refs';
import type { Tone } from '../words/states';
import { useT, type T } from '../words/useWords';

type Margin = OfferImpact['margins'][number];

interface MarginRow {
  now: Margin;
  was: Margin | undefined;
}

const tones: Readonly<Record<Margin['verdict'], Tone>> = {
  met: 'positive',
  'under-floor': 'negative',
  'no-cost': 'warning',
};

const percent = (value: string | undefined, t: T) =>
  value === undefined ? '–' : `${decimalIn(t, value)} %`;

/** What tells one price list from another. */
const keyOf = ({ currency, audience = [] }: Margin) => `${currency} ${audience.join(' ')}`;

/** A figure, and what it was before where that is another. */
function moved(was: string | undefined, now: string): string {
  return was === undefined || was === now ? now : `${was} → ${now}`;
}

const marginOf = ({ marginPercent, lowestPercent }: Margin, t: T) =>
  lowestPercent === undefined
    ? percent(marginPercent, t)
    : t('plan.margin.byChoice', {
        margin: percent(marginPercent, t),
        lowest: decimalIn(t, lowestPercent),
      });

/** Price, cost and margin of the first year against the floor, before and after, by currency. */
export const MarginTable = ({ impact }: { impact: OfferImpact }) => {
  const t = useT();
  const rows = impact.margins.map((now): MarginRow => ({
    now,
    was: impact.marginsBefore?.find(before => keyOf(before) === keyOf(now)),
  }));
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t('plan.margin.caption', { title: impact.title })}
      rows={rows}
      keyOf={({ now }) => keyOf(now)}
      columns={[
        {
          label: t('plan.margin.firstYear'),
          cell: ({ now: { currency, audience } }) =>
            audience ? `${currency}, ${principalsIn(t, audience)}` : currency,
        },
        {
          label: t('plan.margin.price'),
          cell: ({ now, was }) => moved(was && decimalIn(t, was.price), decimalIn(t, now.price)),
        },
        {
          label: t('plan.margin.cost'),
          cell: ({ now, was }) =>
            moved(was?.cost && decimalIn(t, was.cost), now.cost ? decimalIn(t, now.cost) : '–'),
        },
        {
          label: t('plan.margin.margin'),
          cell: ({ now, was }) => moved(was && marginOf(was, t), marginOf(now, t)),
        },
        { label: t('plan.margin.floor'), cell: ({ now }) => percent(now.floorPercent, t) },
        {
          label: t('plan.margin.verdict'),
          cell: ({ now }) => (
            <StateBadge label={t(`plan.margin.${now.verdict}`)} tone={tones[now.verdict]} />
          ),
        },
      ]}
    />
  );
};
