import { createHash } from 'node:crypto';
import { DatabaseKind } from '../../__testUtils__/databases';
import { aPortal, PortalOptions, TestPortal } from '../../__testUtils__/portal';
import { AskedChanges, aReleasedChange } from '../../__testUtils__/stories';
import { openPolicy } from './people';
import { contentOf, NOW, Plant, PlantKey, plantKeys, plants, wordsIn } from './plants';

/** An offer of the proofs as it was stored. */
export interface Planted {
  key: PlantKey;
  id: string;
  name: string;
  /** its plan, where it has one */
  planId: string | undefined;
  planHash: string;
}

/** A portal with one offer for each way in which an offer can be hidden. */
export interface World {
  portal: TestPortal;
  offers: ReadonlyMap<PlantKey, Planted>;
}

/**
 * Plants offers in a new portal and sets its clock to `NOW`. The ids of an offer are the same in every
 * world, so that the answers of two worlds can be compared byte for byte.
 */
export async function aWorld(
  kind: DatabaseKind,
  options: PortalOptions & { keys?: readonly PlantKey[] } = {},
): Promise<World> {
  const { keys = plantKeys, ...rest } = options;
  const portal = await aPortal(kind, { permissions: openPolicy(), ...rest });
  await keep(portal);
  await plantStructure(portal, options.keys === undefined);
  const offers = new Map<PlantKey, Planted>();
  for (const key of keys) {
    seedIds(portal, `plant ${key}`);
    offers.set(key, await plant(portal, key, plants[key]));
  }
  portal.clock.set(NOW);
  return { portal, offers };
}

/** The id of the price list and of the party that are kept in every world. */
export const KEPT = 'zqkept';

async function keep(portal: TestPortal): Promise<void> {
  const carla = portal.as('carla');
  await carla('createPriceList', { body: { id: KEPT, title: 'Kept', currency: 'EUR' } });
  await carla('createParty', { body: { id: KEPT, name: 'Kept', kind: 'external' } });
}

/** The views and the category of the proofs: one for the engineers, one for the board, and what is to come. */
export const parts = {
  open: 'zqopenview',
  hidden: 'zqhiddenview',
  early: 'zqearlyview',
  category: 'zqearlycategory',
} as const;

/** What most people may not know of is planted where a world has secrets. */
async function plantStructure(portal: TestPortal, secrets: boolean): Promise<void> {
  const aView = (target: string, allow: string[]): AskedChanges[number] => ({
    kind: 'view-create',
    target,
    body: { title: target, see: { allow }, filter: { categories: ['databases'] } },
  });
  seedIds(portal, 'structure');
  await aReleasedChange(portal, [aView(parts.open, ['group:default/engineers'])]);
  if (!secrets) return;
  await aReleasedChange(portal, [aView(parts.hidden, ['group:default/board'])]);
  const category: AskedChanges[number] = {
    kind: 'category-create',
    target: parts.category,
    body: { title: parts.category, parent: 'databases' },
  };
  await aReleasedChange(portal, [category, aView(parts.early, ['everyone'])], '2027-02-01T09:00');
}

/** Makes the ids that come next a function of a seed. */
export function seedIds(portal: TestPortal, seed: string): void {
  let count = 0;
  portal.ctx.newId = () => {
    count += 1;
    return uuidOf(`${seed} ${count}`);
  };
}

/** A UUID that is a function of a text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

async function plant(portal: TestPortal, key: PlantKey, how: Plant): Promise<Planted> {
  const words = wordsIn(key);
  const carla = portal.as('carla');
  const { id, name } = await carla('createOffer', {
    body: {
      name: words.name,
      interaction: 'provision',
      owner: 'group:default/database-owners',
      content: contentOf(key, how),
    },
  });
  const planted = { key, id, name, planId: undefined, planHash: '0'.repeat(64) };
  if (how.stage === 'draft') return planted;
  const made = await carla('createPlan', {
    body: {
      scenario: 'new',
      title: `Plan ${words.text}`,
      note: `Note ${words.plan}`,
      offerIds: [id],
      release: { local: how.release, zone: 'UTC' },
    },
  });
  const params = { id: made.id };
  const { contentHash } = await carla('submitPlan', { params, revision: made.revision });
  if (how.stage === 'published') {
    await portal.as('mia')('decide', { params, body: { verdict: 'approve', contentHash } });
    await carla('releasePlan', { params, body: { contentHash } });
  }
  return { ...planted, planId: made.id, planHash: contentHash };
}
