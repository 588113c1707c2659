import { OfferImpact, planContentHash } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { BroughtOffer, currentDrafts, publishedVersionsOf } from '../offers/reading';
import { impactsOf } from './impacts';
import { itemsOf, PlanItems } from './items';
import { StoredPlan } from './store';

/** People in each principal of an audience, where the software catalogue knows. */
export type PeopleCount = ReadonlyMap<string, number>;

/** The versions that a plan brings, with their offers and what serves until then. */
export async function broughtBy(
  connection: Connection,
  plan: Pick<StoredPlan, 'id' | 'releaseAt'>,
): Promise<BroughtOffer[]> {
  return (await itemsOf(connection, plan)).offers;
}

/** What a decision on the plan is given on (rule 3). */
export function hashOf(
  ctx: Pick<Context, 'settings'>,
  { scenario, releaseAt, round }: Pick<StoredPlan, 'scenario' | 'releaseAt' | 'round'>,
  { offers, terminations, changes }: PlanItems,
): string {
  return planContentHash({
    scenario,
    releaseAt,
    round,
    alsoMaterial: ctx.settings.approval.alsoMaterial,
    offers: offers.map(({ offer, draft }) => ({
      offerId: offer.id,
      interaction: offer.interaction,
      owner: offer.owner,
      content: draft.content,
    })),
    terminations,
    changes,
  });
}

/**
 * What the release of a plan would do. Counts that are not known now are kept from the impact before.
 */
export async function impactOf(
  connection: Connection,
  plan: Pick<StoredPlan, 'releaseAt' | 'impact'>,
  items: PlanItems,
  people: PeopleCount,
): Promise<OfferImpact[]> {
  const known = new Map(
    plan.impact.flatMap(({ audienceGained, audienceLost = [], mayOrder }) =>
      [...audienceGained, ...audienceLost, ...mayOrder].flatMap(({ principal, people: count }) =>
        count === undefined ? [] : [[principal, count] as const],
      ),
    ),
  );
  people.forEach((count, principal) => known.set(principal, count));
  return impactsOf(connection, plan.releaseAt, items, known);
}

/** Every principal of the audiences that a plan touches. */
export async function audienceOf(connection: Connection, items: PlanItems): Promise<string[]> {
  const ending = await publishedVersionsOf(
    connection,
    items.terminations.map(({ offerId }) => offerId),
  );
  return principalsIn([
    ...items.offers.flatMap(({ draft, serving }) => (serving ? [draft, serving] : [draft])),
    ...ending,
  ]);
}

/** Every principal of the audiences that a plan would touch, before it is made. */
export async function audienceToBe(
  connection: Connection,
  {
    offerIds,
    terminations,
  }: { offerIds: readonly string[]; terminations: readonly { offerId: string }[] },
): Promise<string[]> {
  const drafted = await currentDrafts(connection, offerIds);
  const published = await publishedVersionsOf(connection, [
    ...offerIds,
    ...terminations.map(({ offerId }) => offerId),
  ]);
  return principalsIn([...drafted.map(({ draft }) => draft), ...published]);
}

function principalsIn(versions: readonly BroughtOffer['draft'][]): string[] {
  return versions.flatMap(({ content: { access } }) => [
    ...access.see.allow,
    ...access.see.deny,
    ...access.order.allow,
  ]);
}
