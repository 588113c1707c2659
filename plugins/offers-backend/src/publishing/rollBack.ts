import {
  Content,
  OfferLife as OfferLifeView,
  refuseRollBack,
  RollBack,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { publishContent } from '../offers/publish';
import { StoredOffer, StoredVersion } from '../offers/reading';
import { wouldHoldItself } from '../plans/members';
import { renumberPlanned } from '../plans/versions';
import { found, Refusal } from '../refusal';
import { categoriesServed } from '../structure/naming';
import { mayRelease, offerToActOn } from './access';
import { act } from './act';

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
  const asked = { key, operation: 'rollBackOffer', input: { number, reason } };
  return act(ctx, actor, id, asked, async ({ tx, offer, life, at }) => {
    const earlier = found(life.versions.find(version => version.number === number));
    const refusal = refuseRollBack(life.timeline, earlier, at);
    if (refusal) throw new Refusal('wrong-state', { message: refusal });
    await refuseUnplaced(ctx, tx, offer, earlier);
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

/** What is published again is found in a category, or where its offers went since. */
async function refuseUnplaced(
  ctx: Context,
  tx: Knex.Transaction,
  offer: StoredOffer,
  { number, content }: StoredVersion,
): Promise<void> {
  const { category } = content.information;
  const categoriesOf = await categoriesServed(ctx, tx);
  if (category === undefined || categoriesOf(offer).includes(category)) return;
  throw new Refusal('wrong-state', {
    message: `Version ${number} is in the category ${category}, which is no more; plan a new version instead.`,
  });
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

/** Everybody at once: the rings were for trying what is known by now, and its start is now. */
export function contentToRepeat({ content }: Pick<StoredVersion, 'content'>): Content {
  const { from: _from, ...validity } = content.validity;
  return { ...content, validity, access: { ...content.access, rings: [] } };
}
