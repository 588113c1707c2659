import {
  GrantWaiver,
  ManagedOffer,
  Waiver,
  waiverGrantPermission,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { found, Refusal } from '../refusal';
import { keepHealth } from './keepHealth';
import { mayWaive } from './mayWaive';
import { readableOffer } from './offers';
import { authorsOf } from './reading';
import { lockOffer } from './store';
import { managedOffer } from './view';
import { selectVersions } from './versionStore';
import { insertWaiver, revokeWaiver, selectWaiver } from './waiverStore';

async function requireWaiver(ctx: Context, actor: Actor, id: string): Promise<void> {
  await readableOffer(ctx, actor, id);
  if (!mayWaive(ctx, actor)) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, waiverGrantPermission);
}

/**
 * Lets a criterion of an offer pass until an instant. Who wrote the version cannot waive what it lacks: the
 * spirit of rule 4.
 * @throws Refusal `author-cannot-waive`, `invalid-input` for an end that has passed
 */
export async function grantWaiver(
  ctx: Context,
  actor: Actor,
  id: string,
  input: GrantWaiver,
  key: string,
): Promise<ManagedOffer> {
  await requireWaiver(ctx, actor, id);
  const at = nowOf(ctx);
  if (input.until <= at) {
    throw new Refusal('invalid-input', {
      fields: [{ field: 'until', remedy: 'Let the waiver end in the future' }],
    });
  }
  const request = { caller: actor.ref, key, operation: `grantWaiver:${id}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const offer = found(await lockOffer(tx, id));
      await refuseAuthor(tx, actor, id);
      const waiver: Waiver = {
        id: ctx.newId(),
        offerId: id,
        ...input,
        grantedBy: actor.ref,
        grantedAt: at,
      };
      await insertWaiver(tx, waiver);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'waiver.grant',
        subjectKind: 'waiver',
        subjectId: waiver.id,
        reason: input.reason,
        change: { offer: id, criterion: input.criterion, until: input.until },
      });
      await keepHealth(ctx, tx, offer, at);
      return managedOffer(ctx, tx, actor, offer);
    }),
  );
}

/**
 * Lets a waiver count no more, from now on.
 * @throws Refusal `not-found`, `wrong-state` for one that counts no more
 */
export async function endWaiver(
  ctx: Context,
  actor: Actor,
  { id, waiver: waiverId }: { id: string; waiver: string },
  reason: string,
  key: string,
): Promise<ManagedOffer> {
  await requireWaiver(ctx, actor, id);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `revokeWaiver:${waiverId}`, input: reason };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const offer = found(await lockOffer(tx, id));
      const waiver = found(await selectWaiver(tx, { offerId: id, id: waiverId }));
      if (!(await revokeWaiver(tx, { offerId: id, id: waiverId }, actor.ref, at))) {
        throw new Refusal('wrong-state', { message: 'This waiver counts no more already.' });
      }
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'waiver.revoke',
        subjectKind: 'waiver',
        subjectId: waiverId,
        reason,
        change: { offer: id, criterion: waiver.criterion },
      });
      await keepHealth(ctx, tx, offer, at);
      return managedOffer(ctx, tx, actor, offer);
    }),
  );
}

/** The version in question is the draft, or the latest that was published. */
async function refuseAuthor(tx: Knex.Transaction, actor: Actor, offerId: string): Promise<void> {
  const versions = await selectVersions(tx, [offerId]);
  const version =
    versions.find(({ status }) => status === 'draft') ??
    versions.filter(({ status }) => status === 'published').at(-1);
  const authors = version ? await authorsOf(tx, [version]) : [];
  if (authors.includes(actor.ref)) throw new Refusal('author-cannot-waive');
}
