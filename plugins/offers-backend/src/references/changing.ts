import { hashJson, offerReadPermission } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { found, Refusal } from '../refusal';
import { Kept, keptView, requireManager } from './keeping';
import { refreshDrafts, versionsSaying } from './referring';
import { lockKept, StoredKept, updateKept } from './store';

/** What an entry is from now on; without `said` it is retired. */
interface Change<S> {
  id: string;
  revision: number;
  said?: S;
}

/**
 * Changes an entry. Drafts that refer to it are edited with it, so that approvals of what they say are
 * void where it is material (rule 3); published versions keep what they said (rule 2), and the answer names them.
 * @throws Refusal `conflict` unless it says that already, `not-found`, `wrong-state` when it is retired
 */
export async function changeKept<S>(ctx: Context, actor: Actor, kept: Kept<S>, change: Change<S>) {
  await requireManager(ctx, actor);
  const filter = await ctx.guard.filter(actor.credentials, offerReadPermission);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const before = found(await lockKept(tx, kept.kind, change.id));
    if (before.revision !== change.revision && !isSaid(before, change)) {
      throw new Refusal('conflict');
    }
    if (before.retiredAt !== undefined) {
      throw new Refusal('wrong-state', {
        message: `This ${kept.word} is retired; keep a new one.`,
      });
    }
    const after = await storeChange(tx, actor, kept, { before, change, at });
    const refreshed = await refreshDrafts(ctx, tx, actor, { kept: after, filter, at });
    const stillSaying = await versionsSaying(tx, { kept: after, filter, at });
    return { ...keptView(kept, after), refreshed, stillSaying };
  });
}

/** Whether an entry says already what it is to say: so also who asks again after a lost answer has their way (rule 6). */
function isSaid<S>(entry: StoredKept, { said }: Change<S>): boolean {
  return said !== undefined && hashJson(said) === hashJson(entry.said);
}

async function storeChange<S>(
  tx: Knex.Transaction,
  actor: Actor,
  kept: Kept<S>,
  { before, change, at }: { before: StoredKept; change: Change<S>; at: string },
): Promise<StoredKept> {
  const { said } = change;
  if (isSaid(before, change)) return before;
  const after: StoredKept = {
    ...before,
    ...(said === undefined ? { retiredAt: at } : { said }),
    revision: before.revision + 1,
    updatedAt: at,
    updatedBy: actor.ref,
  };
  await updateKept(tx, after);
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: `${kept.kind}.${said === undefined ? 'retire' : 'change'}`,
    subjectKind: kept.kind,
    subjectId: after.id,
    change: said === undefined ? { retired: before.said } : { before: before.said, after: said },
  });
  return after;
}
