import {
  byDate,
  DatedChange,
  Structure,
  StructureChange,
  structureAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { record } from '../audit/audit';
import { Context, nowOf } from '../context';
import { ConfiguredCategory } from '../settings';
import { forgetStructure } from './reading';
import { insertStructureChanges, lockStructure, selectStructureChanges } from './store';

/** Before everything: what the configuration says first has always been so. */
const ALWAYS = '0000-01-01T00:00:00.000Z';

/** Who the log names for what the configuration says. */
const CONFIGURATION = 'system:configuration';

/**
 * Brings the categories of the configuration into the structure: those that were never there. A title that the
 * configuration says anew counts from now on, unless a plan has changed the category: plans have the last word, and what
 * a plan retired stays retired. Replicas that start together take turns, and the second finds nothing to do.
 */
export async function seedStructure(
  ctx: Pick<Context, 'db' | 'clock' | 'settings'>,
): Promise<void> {
  const at = nowOf(ctx);
  await ctx.db.transaction(async tx => {
    await lockStructure(tx);
    const known = await selectStructureChanges(tx);
    const seeds = seedsFor(known, ctx.settings.categories, at);
    if (seeds.length === 0) return;
    await insertStructureChanges(tx, seeds, { at, by: CONFIGURATION });
    await record(tx, {
      at,
      actor: CONFIGURATION,
      surface: 'system',
      action: 'structure.configure',
      subjectKind: 'structure',
      subjectId: 'configuration',
      change: { changes: seeds.map(({ change }) => `${change.kind} ${change.target}`) },
    });
  });
  forgetStructure(ctx);
}

/** The changes that bring the structure to what the configuration says, as far as plans leave it to it. */
export function seedsFor(
  known: readonly DatedChange[],
  configured: readonly ConfiguredCategory[],
  at: string,
): DatedChange[] {
  const from = known.length === 0 ? ALWAYS : at;
  const now = structureAt(byDate(known), at);
  return configured.flatMap(category => {
    const own = known.filter(({ change }) => change.target === category.id && isOfCategory(change));
    const change = seedFor(category, own, now);
    return change ? [{ change, from }] : [];
  });
}

function seedFor(
  { id: target, title, parent }: ConfiguredCategory,
  own: readonly DatedChange[],
  now: Structure,
): StructureChange | undefined {
  if (own.length === 0) {
    const body = { title, description: '', catalogue: 'default', order: 0 };
    return { kind: 'category-create', target, body: { ...body, ...(parent ? { parent } : {}) } };
  }
  const isLeftToConfiguration = own.every(({ planId }) => planId === undefined);
  if (!isLeftToConfiguration || now.categories.get(target)?.title === title) return undefined;
  return { kind: 'category-change', target, body: { title } };
}

function isOfCategory({ kind }: StructureChange): boolean {
  return kind.startsWith('category-');
}
