import {
  capabilitiesOf,
  contentSchema,
  explain,
  namedApprovers,
  rolesOf,
  timedVersion,
  timelineOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Ask } from './ask';
import { CallerName, principalsOfCaller } from './people';
import { contentOf, costOf, NOW, Plant, PlantKey, plantKeys, plants, wordsIn } from './plants';
import { parts, World } from './world';

const OWNER = 'group:default/database-owners';

/** Whether the catalogue shows an offer to a caller now: by the one rule, `explain`. */
export function isVisibleTo(name: CallerName, key: PlantKey): boolean {
  const plant: Plant = plants[key];
  if (plant.stage !== 'published' || isNobody(name)) return false;
  const window = {
    number: 1,
    validFrom: `${plant.release}:00.000Z`,
    validUntil: plant.until && new Date(plant.until).toISOString(),
  };
  const version = timedVersion(window, contentSchema.parse(contentOf(key, plant)));
  const timeline = timelineOf([version]);
  return explain(timeline, { principals: principalsOfCaller(name) }, NOW).visible.answer;
}

/** Whether somebody reads offers and plans of everyone, by a role. */
function readsAll({ portal }: World, principals: readonly string[]): boolean {
  return capabilitiesOf(rolesOf(principals, portal.ctx.settings.roles)).has('readAll');
}

/** Whether a caller manages an offer: by role, or as a member of the group that owns it. */
export function isStaffFor(world: World, name: CallerName): boolean {
  const principals = principalsOfCaller(name);
  return readsAll(world, principals) || principals.includes(OWNER);
}

/** Whether a caller reads plans: staff by role, and approvers. */
export function readsPlans(world: World, name: CallerName): boolean {
  return mayReadPlans(world, principalsOfCaller(name));
}

/** Whether somebody with these principals reads plans. */
export function mayReadPlans(world: World, principals: readonly string[]): boolean {
  const approvers = namedApprovers(world.portal.ctx.settings.approval);
  return readsAll(world, principals) || principals.some(ref => approvers.has(ref));
}

/** Every text that must not reach a caller. */
export function secretsFrom(world: World, name: CallerName): string[] {
  const readers = { staff: isStaffFor(world, name), plans: readsPlans(world, name) };
  const isTold = readers.staff || readers.plans;
  const structure = isTold ? [] : [parts.hidden, parts.early, parts.category];
  const ofOffers = plantKeys.flatMap(key => {
    const offer = world.offers.get(key);
    const words = wordsIn(key);
    const seen = isVisibleTo(name, key) || readers.staff || readers.plans;
    return [
      ...(seen || !offer ? [] : [offer.id, words.name, words.text]),
      ...(readers.staff || readers.plans ? [] : [words.staff, costOf(key)]),
      ...(readers.plans ? [] : [words.plan]),
      ...(readers.staff || readers.plans || !offer?.planId ? [] : [offer.planId]),
    ];
  });
  return [...structure, ...ofOffers];
}

/** The secrets that an answer tells; what the request itself said is no secret any more. */
export function leaksIn(secrets: readonly string[], asked: Ask, body: string): string[] {
  const said = `${decodeURIComponent(asked.path)} ${asked.body ?? ''}`;
  return secrets.filter(secret => body.includes(secret) && !said.includes(secret));
}

function isNobody(name: CallerName): boolean {
  return principalsOfCaller(name).length === 0;
}
