import {
  categoriesFoundIn,
  Change,
  Structure,
  StructureChange,
  structureAt,
  structureChangeWords,
  StructureSides,
  structureWith,
  tagKey,
  TouchedOffers,
  View,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { movedOffers } from './moved';
import { besides, PlannedStructure } from './planned';
import { countServed, SpelledFilter } from './store';

/** How many other views are looked at for what they gain or lose. */
const MOST_VIEWS = 20;

/** What the changes of a plan change, in words, with how many offers each touches at their instant. */
export async function structureLines(
  ctx: Pick<Context, 'db'>,
  connection: Connection,
  plan: Omit<PlannedStructure, 'submittedAt' | 'state'>,
  at: string,
): Promise<Change[]> {
  const { changes } = plan;
  if (changes.length === 0) return [];
  const seen = await besides(ctx, connection, plan, at);
  const { from, known } = seen;
  const before = structureAt(known, from);
  const moved = await movedOffers(connection, plan, seen);
  const sides = { before, after: structureWith(before, changes), moved };
  const lines: Change[] = [];
  for (const change of changes) {
    const touched = await touchedBy(connection, change, sides, from);
    lines.push(...structureChangeWords(change, sides, touched));
  }
  return [...lines, ...(await viewLines(connection, changes, sides, from))];
}

async function touchedBy(
  connection: Connection,
  change: StructureChange,
  { before, after }: StructureSides,
  from: string,
): Promise<TouchedOffers | undefined> {
  const { kind, target } = change;
  const count = async (structure: Structure) => {
    const filter = kind.startsWith('view')
      ? filterOf(structure, structure.views.get(target))
      : structure.categories.has(target) && inCategory(structure, target);
    return filter ? countServed(connection, filter, from) : 0;
  };
  const isTold =
    kind.startsWith('view') || (kind.startsWith('category') && kind !== 'category-change');
  return isTold ? { before: await count(before), after: await count(after) } : undefined;
}

/** What other views gain or lose when categories move. */
async function viewLines(
  connection: Connection,
  changes: readonly StructureChange[],
  { before, after }: StructureSides,
  from: string,
): Promise<Change[]> {
  if (!changes.some(({ kind }) => kind.startsWith('category'))) return [];
  const changed = new Set(
    changes.map(({ kind, target }) => (kind.startsWith('view') ? target : '')),
  );
  const names = [...after.views].flatMap(([name, { filter }]) =>
    filter.categories.length > 0 && before.views.has(name) && !changed.has(name) ? [name] : [],
  );
  const lines: Change[] = [];
  for (const name of names.slice(0, MOST_VIEWS)) {
    const [old, now] = [
      filterOf(before, before.views.get(name)),
      filterOf(after, after.views.get(name)),
    ];
    if (!old || !now) continue;
    const counts = [
      await countServed(connection, old, from),
      await countServed(connection, now, from),
    ].map(String);
    if (counts[0] === counts[1]) continue;
    lines.push({
      field: `view ${name} offers`,
      label: `View ${after.views.get(name)?.title ?? name}: offers in it`,
      before: counts[0],
      after: counts[1],
      material: true,
    });
  }
  return lines;
}

function filterOf(structure: Structure, view: View | undefined): SpelledFilter | undefined {
  if (!view) return undefined;
  const { categories, tags, ...filter } = view.filter;
  return {
    ...filter,
    tags: [...new Set(tags.map(tagKey))],
    categories: categories.length > 0 ? categoriesFoundIn(structure, categories) : undefined,
  };
}

function inCategory(structure: Structure, name: string): SpelledFilter {
  return {
    catalogues: [],
    interactions: [],
    owners: [],
    providers: [],
    tags: [],
    entities: [],
    categories: categoriesFoundIn(structure, [name]),
  };
}
