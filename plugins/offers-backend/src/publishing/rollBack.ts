import {
  Content,
  contentHash,
  formatInstant,
  lifeAfterAct,
  OfferLife as OfferLifeView,
  refuseRollBack,
  repriced,
  RollBack,
  segmentsOf,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { publishContent } from '../offers/publish';
import { StoredOffer, StoredVersion } from '../offers/reading';
import { wouldHoldItself } from '../plans/members';
import { renumberPlanned } from '../plans/versions';
import { found, Refusal } from '../refusal';
import { keepStructure } from '../structure/apply';
import { placesServed } from '../structure/naming';
import { OfferLife } from '../timeline/reading';
import { mayRelease, offerToActOn } from './access';
import { act, Acting } from './act';

/**
 * Publishes the content of an earlier version as a new one, at once and for everybody: what was approved and served
 * before may serve again without another decision. The version that is left behind stays in the history (rule 2).
 * @throws Refusal `not-found` for a version that is not published, `wrong-state`
 */
export async function rollBackOffer(
  ctx: Context,
  actor: Actor,
  id: string,
  { version: number, reason }: RollBack,
  key: string,
): Promise<OfferLifeView> {
  await offerToActOn(ctx, actor, id, mayRelease);
  const asked = {
    key,
    operation: 'rollBackOffer',
    input: { number, reason },
    hold: (tx: Knex.Transaction) => keepStructure(tx, 0),
  };
  return act(ctx, actor, id, asked, async ({ tx, offer, life, at }) => {
    const earlier = found(life.versions.find(version => version.number === number));
    const refusal = refuseRollBack(life.timeline, earlier, at);
    if (refusal) throw new Refusal('wrong-state', { message: refusal });
    const obstacle = await obstacleTo(ctx, tx, { offer, life, at }, earlier);
    if (obstacle) throw new Refusal('wrong-state', { message: obstacle });
    const content = contentToRepeat(earlier);
    await refuseCircle(tx, offer, earlier, at);
    const published = await publishContent(tx, { offer, content, by: actor.ref, at });
    if (published.movedDraft) await renumberPlanned(tx, id, published.movedDraft);
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'offer.roll-back',
      subjectKind: 'offer',
      subjectId: id,
      reason,
      change: { version: published.number, contentOf: number },
    });
  });
}

/** Why an earlier version does not come back although it once was served; undefined when it can. */
export async function obstacleTo(
  ctx: Pick<Context, 'db'>,
  connection: Connection,
  acting: Pick<Acting, 'offer' | 'life' | 'at'>,
  earlier: StoredVersion,
): Promise<string | undefined> {
  return saysTheSame(acting, earlier) ?? leftNowhere(ctx, connection, acting, earlier);
}

/** Nobody is told of a change that is none: what came back already does not come back again. */
function saysTheSame(
  { life, at }: Pick<Acting, 'life' | 'at'>,
  earlier: StoredVersion,
): string | undefined {
  const serving = servingAt(life.timeline, at);
  const served = life.versions.find(({ number }) => number === serving?.first.version.number);
  if (!served || serving?.ring) return undefined;
  const said = (version: StoredVersion) => contentHash(contentToRepeat(version));
  return said(served) === said(earlier)
    ? `Version ${served.number} is served now, and says the same as version ${earlier.number}.`
    : undefined;
}

/**
 * Why an earlier version does not come back: what is published again is found in a category, or where its offers went
 * since; and as long as it is served.
 */
async function leftNowhere(
  ctx: Pick<Context, 'db'>,
  connection: Connection,
  { offer, life, at }: Pick<Acting, 'offer' | 'life' | 'at'>,
  { number, content }: StoredVersion,
): Promise<string | undefined> {
  const { category } = content.information;
  if (category === undefined) return undefined;
  const { categoriesOf, leftFrom } = await placesServed(ctx, connection, at);
  if (!categoriesOf(offer).includes(category)) {
    return `Version ${number} is in the category ${category}, which is no more; plan a new version instead.`;
  }
  const end = leftFrom(offer, category);
  return end !== undefined && isServedUntil(life, { number, at, end })
    ? `Version ${number} is in the category ${category}, which ends on ${formatInstant(end, 'UTC')}; plan a new version instead.`
    : undefined;
}

/** Whether an earlier version that is published again would be served until an instant or longer. */
function isServedUntil(
  { timeline }: OfferLife,
  { number, at, end }: { number: number; at: string; end: string },
): boolean {
  const after = lifeAfterAct(timeline, { act: 'roll-back', version: number }, at);
  if (!after.ok) return false;
  const known = timeline.versions.map(version => version.number);
  return segmentsOf(after.timeline).some(
    segment =>
      !known.includes(segment.number) && (segment.until === undefined || segment.until > end),
  );
}

/** A bundle that has become a member of its own members meanwhile does not come back (rule 8). */
async function refuseCircle(
  tx: Knex.Transaction,
  offer: StoredOffer,
  { number, content }: StoredVersion,
  at: string,
): Promise<void> {
  const members = content.bundle?.steps.map(({ offerId }) => offerId) ?? [];
  if (!(await wouldHoldItself(tx, offer.id, members, at))) return;
  throw new Refusal('wrong-state', {
    message: `Version ${number} has a member that by now has this offer as a member; plan a new version instead.`,
  });
}

/**
 * Everybody at once: the rings were for trying what is known by now, and its start is now. When its prices were for
 * subscriptions that existed then is said by the earlier version itself: who has ordered since keeps what was agreed (rule 10).
 */
export function contentToRepeat({ content }: Pick<StoredVersion, 'content'>): Content {
  const { from: _from, ...validity } = content.validity;
  const { pricing, access } = repriced(content, content.pricing.priceLists, undefined);
  return { ...content, validity, pricing, access: { ...access, rings: [] } };
}
