import {
  CreatePlan,
  FieldProblem,
  Plan,
  PlanRecalculation,
  recalculationTitle,
  repriced,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { Actor, Context, nowOf } from '../context';
import { beginNextVersion } from '../offers/nextVersion';
import { lockDrafts, StoredOffer, versionsByOffer } from '../offers/reading';
import { beginPlan, datesOfNew, untaken } from '../plans/create';
import { instantIn } from '../plans/planned';
import { audienceToBe } from '../plans/substance';
import { Refusal } from '../refusal';
import { editableOf, Outcome, outcomesOf, Reach, reachOf, selectedOffers } from './recalculating';

/**
 * Plans a recalculation: one plan of the scenario `change`, which brings the next version of each offer of the
 * selection with its new prices. All of it, or nothing: what cannot be recalculated and is not left out by name
 * refuses the whole, with a field for each such offer. From then on it is a plan like each other.
 * @throws Refusal `not-found` for an id that nobody has, `not-recalculable`, and what `createPlan` refuses
 */
export async function planRecalculation(
  ctx: Context,
  actor: Actor,
  input: PlanRecalculation,
  key: string,
): Promise<Plan> {
  const reach = await reachOf(ctx, actor);
  const at = nowOf(ctx);
  const dates = datesOfNew(input);
  const existingFrom = existingFromOf(input, dates.releaseAt);
  const before = await selectedOffers(ctx.db.knex, input.selection, reach);
  const editable = await editableOf(before, reach);
  const offerIds = before.map(({ id }) => id);
  const people = await ctx.directory.count(
    await audienceToBe(ctx.db.knex, { offerIds, terminations: [] }),
  );
  const request = { caller: actor.ref, key, operation: 'planRecalculation', input };
  return untaken(() =>
    ctx.db.transaction(tx =>
      once(tx, request, at, async () => {
        const offers = await lockedOffers(tx, input, reach);
        const { recalculation } = input;
        const outcomes = await outcomesOf(tx, offers, {
          recalculation,
          editable,
          at: dates.releaseAt,
        });
        refuseSome(outcomes);
        await beginVersions(ctx, tx, actor, { outcomes, existingFrom, at });
        return beginPlan(ctx, tx, actor, {
          input: planOf(input, offers),
          dates,
          people,
          at,
          told: { recalculation, ...(existingFrom ? { existingFrom } : {}) },
        });
      }),
    ),
  );
}

/** Prices for subscriptions that exist begin with the release or later: never in hindsight (rule 10). */
function existingFromOf(
  { existingFrom }: PlanRecalculation,
  releaseAt: string,
): string | undefined {
  if (!existingFrom) return undefined;
  const from = instantIn(existingFrom, 'existingFrom');
  if (from >= releaseAt) return from;
  const remedy = 'Choose the date of the release, or a later one';
  throw new Refusal('invalid-input', { fields: [{ field: 'existingFrom.local', remedy }] });
}

/** The offers of the selection that are not left out, locked. */
async function lockedOffers(
  tx: Knex.Transaction,
  { selection, leaveOut }: PlanRecalculation,
  reach: Reach,
): Promise<StoredOffer[]> {
  const selected = await selectedOffers(tx, selection, reach);
  const known = new Set(selected.map(({ id }) => id));
  refuse(
    'not-found',
    (selection.offerIds ?? []).flatMap((id, index) =>
      known.has(id) || leaveOut.includes(id)
        ? []
        : [{ field: `selection.offerIds.${index}`, remedy: 'Name an offer that there is' }],
    ),
  );
  const ids = selected.map(({ id }) => id).filter(id => !leaveOut.includes(id));
  if (ids.length === 0) {
    const remedy = 'Choose others: of these offers none is left';
    throw new Refusal('invalid-input', { fields: [{ field: 'selection', remedy }] });
  }
  return [...(await lockDrafts(tx, ids)).values()].map(({ offer }) => offer);
}

function refuseSome(outcomes: readonly Outcome[]): void {
  refuse(
    'not-recalculable',
    outcomes.flatMap(outcome =>
      outcome.ok ? [] : [{ field: `offers.${outcome.offer.name}`, remedy: outcome.reason }],
    ),
  );
}

function refuse(code: 'not-found' | 'not-recalculable', fields: FieldProblem[]): void {
  if (fields.length > 0) throw new Refusal(code, { fields });
}

async function beginVersions(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  {
    outcomes,
    existingFrom,
    at,
  }: { outcomes: readonly Outcome[]; existingFrom: string | undefined; at: string },
): Promise<void> {
  const versions = await versionsByOffer(
    tx,
    outcomes.map(({ offer }) => offer.id),
  );
  for (const outcome of outcomes) {
    if (!outcome.ok) continue;
    const { offer, version, priceLists } = outcome;
    await beginNextVersion(ctx, tx, actor, {
      offer,
      versions: versions.get(offer.id) ?? [],
      from: version.number,
      content: repriced(version.content, priceLists, existingFrom),
      at,
    });
  }
}

function planOf(input: PlanRecalculation, offers: readonly StoredOffer[]): CreatePlan {
  const { title, release, preparation, note, demandIds } = input;
  return {
    scenario: 'change',
    title: title ?? recalculationTitle(input.recalculation),
    offerIds: offers.map(({ id }) => id),
    terminations: [],
    changes: [],
    release,
    preparation,
    note,
    demandIds,
  };
}
