import {
  healthSpans,
  offerCompleteness,
  Segment,
  segmentsOf,
  ServedTime,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { categoriesServedAt } from '../structure/naming';
import { lifeOf, OfferLife } from '../timeline/reading';
import { replaceHealth } from './healthStore';
import { completenessInput, StoredOffer, StoredVersion, versionAt } from './reading';
import { waiversOf } from './waiversOf';

/**
 * Keeps from when until when a live offer has which health, now and ahead, as far as something is missing: the
 * managers' list finds it by that. Called in the transaction of each change that the health rests on: of its timeline,
 * of who owns it, of its waivers (docs/decisions/0037-health-is-kept-in-spans.md).
 *
 * @param at - the instant of the change; of what was before it nothing is kept
 */
export async function keepHealth(
  ctx: Pick<Context, 'db'>,
  tx: Knex.Transaction,
  offer: StoredOffer,
  at: string,
  life?: OfferLife,
): Promise<void> {
  const { versions, timeline } = life ?? (await lifeOf(tx, offer.id));
  if (versions.length === 0) return;
  const waivers = await waiversOf(tx, [offer.id], at);
  const categoriesAt = await categoriesServedAt(ctx, tx);
  const served = servedTimes(segmentsOf(timeline), versions).flatMap(
    ({ from, until, version }): ServedTime[] => {
      if (until !== undefined && until <= at) return [];
      const categoriesOf = categoriesAt(from > at ? from : at);
      const input = completenessInput({ offer, draft: version }, categoriesOf);
      return [{ from, until, criteria: offerCompleteness(input) }];
    },
  );
  const kept = healthSpans(served, waivers).filter(
    ({ until, percent }) => percent < 100 && (until === undefined || until > at),
  );
  await replaceHealth(tx, offer.id, kept);
}

/** When an offer is live, be it for a ring alone, with the version by which its health is judged then. */
function servedTimes(
  segments: readonly Segment[],
  versions: readonly StoredVersion[],
): { from: string; until: string | undefined; version: StoredVersion }[] {
  const turns = new Set(segments.flatMap(({ from, until }) => [from, ...(until ? [until] : [])]));
  const inOrder = [...turns].sort();
  return inOrder.flatMap((from, index) => {
    const isLive = segments.some(
      segment => segment.from <= from && (segment.until === undefined || from < segment.until),
    );
    const version = versionAt(versions, from);
    return isLive && version ? [{ from, until: inOrder[index + 1], version }] : [];
  });
}
