import { HealthSpan } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { FOREVER } from '../catalogue/readers';
import { Connection } from '../database/Database';

interface SpanRow {
  offer_id: string;
  starts_at: string;
  ends_at: string;
  percent: number;
}

/** Puts the health of an offer in place of what was known of it. */
export async function replaceHealth(
  tx: Knex.Transaction,
  offerId: string,
  spans: readonly HealthSpan[],
): Promise<void> {
  await tx<SpanRow>('health_spans').where({ offer_id: offerId }).delete();
  if (spans.length === 0) return;
  await tx<SpanRow>('health_spans').insert(
    spans.map(({ from, until, percent }) => ({
      offer_id: offerId,
      starts_at: from,
      ends_at: until ?? FOREVER,
      percent,
    })),
  );
}

/** The spans of health under some per cent at an instant, one of an offer at most: for lists that build upon them. */
export function healthBelowQuery(knex: Connection, percent: number, at: string): Knex.QueryBuilder {
  return knex('health_spans as h')
    .where('h.percent', '<', percent)
    .where('h.starts_at', '<=', at)
    .where('h.ends_at', '>', at);
}
