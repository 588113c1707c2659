import {
  asksForMore,
  byDate,
  catalogueOf,
  categoryNames,
  defineExitGate,
  effectiveFrom,
  Gate,
  keptReferencesOf,
  orderNeeds,
  structureAt,
  structureCriteria,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { BroughtOffer, completenessInput } from '../offers/reading';
import { waiversOf } from '../offers/waiversOf';
import { keptKey, unresolvedKept } from '../references/kept';
import { besides, structureFacts } from '../structure/planned';
import { brokenBy } from './dependants';
import { factsOf } from './gateFacts';
import { itemsOf, PlanItems } from './items';
import { leftBehindBy } from './leftBehind';
import { withServing } from './serving';
import { StoredPlan } from './store';
import { dueAt, ReleaseDates } from './timelinesAfter';

/** The completeness gate of a plan, now: waivers count until they end. */
export async function gateOfPlan(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
  plan: Pick<StoredPlan, 'id' | 'releaseAt' | 'scenario' | 'state' | 'submittedAt'>,
): Promise<Gate> {
  const at = nowOf(ctx);
  const items = await itemsOf(connection, plan);
  const seen = await besides(ctx, connection, { ...plan, changes: items.changes }, at);
  const released = byDate([...seen.known, ...seen.own]);
  // What was released stays what it was judged as; what was not would be released now, or at its date.
  const now = plan.state === 'released' ? plan.releaseAt : at;
  const dates = { releaseAt: plan.releaseAt, now };
  const { bundles, terminations } = await factsOf(connection, dates, items);
  const offers = await withServing(connection, items.offers, dueAt(dates));
  const kept = await unresolvedKept(
    connection,
    offers.map(({ draft }) => draft.content),
  );
  const broken = await brokenBundles(connection, offers, { items, dates });
  const left = await leftBehindBy(connection, items, released, dates);
  const offerIds = [
    ...items.offers.map(({ offer }) => offer.id),
    ...items.terminations.map(({ offerId }) => offerId),
  ];
  return defineExitGate({
    scenario: plan.scenario,
    releaseAt: plan.releaseAt,
    at,
    offers: offers.map(each => ({
      offerId: each.offer.id,
      serving: each.serving?.content,
      ...completenessInput(each, offer => {
        // A category has to be there when the version begins, be it by this plan (rule 14).
        const from = effectiveFrom(each.draft.content, plan.releaseAt, seen.from);
        const structure = structureAt(released, from);
        return categoryNames(structure, catalogueOf(structure, offer));
      }),
      leftBehindFrom: left.get(each.offer.id),
      bundles,
      brokenBundles: broken.get(each.offer.id) ?? [],
      unresolvedKept: keptReferencesOf(each.draft.content).filter(reference =>
        kept.has(keptKey(reference)),
      ),
    })),
    terminations,
    changes: items.changes.length,
    structure: structureCriteria(await structureFacts(connection, { ...plan, ...items }, seen)),
    waivers: await waiversOf(connection, offerIds, at),
  });
}

/** Of each offer that asks for more than before, the titles of the bundles that do not tell it. */
async function brokenBundles(
  connection: Connection,
  offers: readonly BroughtOffer[],
  plan: { items: PlanItems; dates: ReleaseDates },
): Promise<Map<string, string[]>> {
  const broken = new Map<string, string[]>();
  const { releaseAt, now } = plan.dates;
  for (const { offer, draft, serving } of offers) {
    const { content } = draft;
    if (!serving || !asksForMore(orderNeeds(serving.content), orderNeeds(content))) continue;
    const from = effectiveFrom(content, releaseAt, now);
    const bundles = await brokenBy(connection, { offerId: offer.id, content }, from, plan);
    broken.set(
      offer.id,
      bundles.map(({ title }) => title),
    );
  }
  return broken;
}
