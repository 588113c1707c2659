import {
  effectiveFrom,
  existingPricesFrom,
  Gate,
  Plan,
  planReleasePermission,
  ReleasePreview,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { publishDraft } from '../offers/publish';
import { DraftedOffer, offersBy } from '../offers/reading';
import { lockMembers } from '../plans/members';
import { requirePlanReader } from '../plans/readers';
import { lockPlanToRelease, markReleased, PlanToRelease, planToRelease } from '../plans/releasing';
import { planView } from '../plans/view';
import { gateRefusal } from '../gateRefusal';
import { found, Refusal } from '../refusal';
import { applyChanges, keepStructure } from '../structure/apply';
import { movedBy } from '../structure/moved';
import { forgetStructure } from '../structure/reading';
import { instantAfter } from '../timeline/instants';
import { livesOf } from '../timeline/reading';
import { relist } from '../timeline/relist';
import { effectOf } from './effect';
import { releaseGates, unresolvedIn } from './gates';
import { terminateOffer } from './terminate';

/** What the release of a plan would do if it were done now, and what stands in its way. */
export async function previewRelease(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<ReleasePreview> {
  await requirePlanReader(ctx, actor);
  const release = found(await planToRelease(ctx, ctx.db.knex, id));
  const now = nowOf(ctx);
  const unresolved = await unresolvedIn(ctx, release.brought, release.items.changes);
  const gates = await releaseGates(ctx, ctx.db.knex, release, unresolved);
  const refusal = refusalOf(release, gates) ?? (await powerRefusal(ctx, actor));
  const { plan } = release;
  return {
    planId: id,
    title: plan.title,
    state: plan.state,
    contentHash: release.currentHash,
    releasable: refusal === undefined,
    ...(refusal ? { refusal: refusal.message } : {}),
    gates,
    effects: await Promise.all(release.brought.map(brought => effectOf(ctx, plan, brought, now))),
  };
}

/**
 * Publishes what an approved plan brings, all of it or nothing: versions, catalogue, announcements for
 * their instants, log and messages change in one transaction.
 * @throws Refusal `wrong-state`, `content-changed`, `gate-not-met`
 */
export async function releasePlan(
  ctx: Context,
  actor: Actor,
  id: string,
  contentHash: string,
  key: string,
): Promise<Plan> {
  await requirePlanReader(ctx, actor);
  const power = await powerRefusal(ctx, actor);
  if (power) throw power;
  const seen = found(await planToRelease(ctx, ctx.db.knex, id));
  const unresolved = await unresolvedIn(ctx, seen.brought, seen.items.changes);
  const request = {
    caller: actor.ref,
    key,
    operation: `releasePlan:${id}`,
    input: { contentHash },
  };
  const plan = await ctx.db.transaction(tx =>
    once(tx, request, nowOf(ctx), async () => {
      const release = found(await lockPlanToRelease(ctx, tx, id));
      await keepStructure(tx, release.items.changes.length);
      await lockMembers(tx, release.items, nowOf(ctx));
      // Asked for once all is locked: what is done to an offer has its instants in the order in which it was done.
      const changed = offersChangedBy(release);
      const at = instantAfter(nowOf(ctx), (await livesOf(tx, changed)).values());
      if (release.currentHash !== contentHash) throw new Refusal('content-changed');
      const refusal = refusalOf(release, await releaseGates(ctx, tx, release, unresolved));
      if (refusal) throw refusal;
      const from = new Map<string, string>();
      for (const brought of release.brought) {
        from.set(brought.offer.id, await publish(tx, actor, release.plan, brought, at));
      }
      await applyItems(ctx, tx, actor, release, at);
      const stored = await markReleased(ctx, tx, actor, release.plan, { at, from });
      for (const offer of await offersBy(tx, changed)) await relist(ctx, tx, offer, at);
      return planView(ctx, tx, actor, stored);
    }),
  );
  forgetStructure(ctx);
  return plan;
}

/** The offers whose public life a plan changes. */
function offersChangedBy({ brought, items }: PlanToRelease): string[] {
  return [
    ...new Set([
      ...brought.map(({ offer }) => offer.id),
      ...items.terminations.map(({ offerId }) => offerId),
      ...movedBy(items.changes),
    ]),
  ];
}

/** What a plan brings beside versions: ends of offers, and changes of structure and views. */
async function applyItems(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { plan, items }: PlanToRelease,
  at: string,
): Promise<void> {
  for (const { replacedBy, noReplacement, ...termination } of items.terminations) {
    const end = { ...termination, planId: plan.id, replacedBy, noReplacement };
    await terminateOffer(ctx, tx, actor, end, at);
  }
  const from = plan.releaseAt > at ? plan.releaseAt : at;
  await applyChanges(tx, items.changes, { planId: plan.id, at, from, actor });
}

async function publish(
  tx: Knex.Transaction,
  actor: Actor,
  plan: PlanToRelease['plan'],
  brought: DraftedOffer,
  at: string,
): Promise<string> {
  const { offer, draft } = brought;
  const validFrom = effectiveFrom(draft.content, plan.releaseAt, at);
  const validUntil = draft.content.validity.until;
  const existingFrom = existingPricesFrom({ ...draft.content.pricing, publishedAt: at });
  const version = await publishDraft(tx, brought, { validFrom, validUntil, at, by: actor.ref });
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: 'offer.publish',
    subjectKind: 'offer',
    subjectId: offer.id,
    change: {
      version: version.number,
      validFrom,
      ...(validUntil ? { validUntil } : {}),
      ...(existingFrom ? { existingFrom } : {}),
    },
  });
  return validFrom;
}

function refusalOf({ plan }: PlanToRelease, gates: readonly Gate[]): Refusal | undefined {
  if (plan.state === 'released') {
    return new Refusal('wrong-state', {
      message: `The plan was released already, by ${plan.releasedBy} at ${plan.releasedAt}.`,
    });
  }
  if (plan.state !== 'approved' && plan.state !== 'ready') {
    return new Refusal('wrong-state', {
      message: `The plan is ${plan.state.replace('-', ' ')}; a plan is released once it is approved, or ready where it is being implemented.`,
    });
  }
  return gateRefusal(
    gates,
    missing => `Not ready yet: ${missing.map(({ remedy, title }) => remedy ?? title).join(' ')}`,
  );
}

async function powerRefusal(ctx: Context, actor: Actor): Promise<Refusal | undefined> {
  const allowed =
    actor.can.has('release') && (await ctx.guard.allows(actor.credentials, planReleasePermission));
  return allowed ? undefined : new Refusal('not-allowed');
}
