import {
  accessSchema,
  capabilitiesOf,
  explain,
  rolesOf,
  timelineOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Ask } from './ask';
import { CallerName, principalsOfCaller } from './people';
import { contentOf, costOf, NOW, Plant, PlantKey, plantKeys, plants, wordsIn } from './plants';
import { World } from './world';

const OWNER = 'group:default/database-owners';

/** Whether the catalogue shows an offer to a caller now: by the one rule, `explain`. */
export function isVisibleTo(name: CallerName, key: PlantKey): boolean {
  const plant: Plant = plants[key];
  if (plant.stage !== 'published' || isNobody(name)) return false;
  const access = accessSchema.parse(contentOf(key, plant).access);
  const version = {
    number: 1,
    validFrom: `${plant.release}:00.000Z`,
    validUntil: plant.until && new Date(plant.until).toISOString(),
    access,
  };
  const timeline = timelineOf([{ ...version, releases: [], members: [] }]);
  return explain(timeline, { principals: principalsOfCaller(name) }, NOW).visible.answer;
}

/** Whether a caller reads offers and plans of everyone, by a role. */
export function readsAll(world: World, name: CallerName): boolean {
  const roles = rolesOf(principalsOfCaller(name), world.portal.ctx.settings.roles);
  return capabilitiesOf(roles).has('readAll');
}

/** Whether a caller manages an offer: by role, or as a member of the group that owns it. */
export function isStaffFor(world: World, name: CallerName): boolean {
  return readsAll(world, name) || principalsOfCaller(name).includes(OWNER);
}

/** Whether a caller reads plans: staff by role, and approvers. */
export function readsPlans(world: World, name: CallerName): boolean {
  const { approvers } = world.portal.ctx.settings.approval;
  return (
    readsAll(world, name) ||
    principalsOfCaller(name).some(principal => approvers.includes(principal))
  );
}

/** Every text that must not reach a caller. */
export function secretsFrom(world: World, name: CallerName): string[] {
  const readers = { staff: isStaffFor(world, name), plans: readsPlans(world, name) };
  return plantKeys.flatMap(key => {
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
}

/** The secrets that an answer tells; what the request itself said is no secret any more. */
export function leaksIn(secrets: readonly string[], asked: Ask, body: string): string[] {
  const said = `${decodeURIComponent(asked.path)} ${asked.body ?? ''}`;
  return secrets.filter(secret => body.includes(secret) && !said.includes(secret));
}

function isNobody(name: CallerName): boolean {
  return principalsOfCaller(name).length === 0;
}
