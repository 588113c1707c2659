import {
  Content,
  fieldProblems,
  ManagedOffer,
  pricingSchema,
  PutDraft,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { contentWithKept } from '../references/kept';
import { CountPeople } from '../plans/draftChanged';
import { found, Refusal } from '../refusal';
import { changedFields, editDraft } from './drafts';
import { editorRule, editsEvery } from './offers';
import { selectOffer } from './store';
import { managedOffer } from './view';
import { lockWholeDraft } from './wholeDraft';

/**
 * Replaces the draft of an offer.
 *
 * @param revision - what the person read; with another one a change is refused, so that nobody's is lost
 * @throws Refusal `conflict`, `not-allowed`, `not-found`, `already-published`
 */
export async function putDraft(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
  input: PutDraft,
): Promise<ManagedOffer> {
  const requireEditor = await editorRule(ctx, actor);
  // Whoever edits some offers only is judged before anything waits for the lock of one that may not be among them.
  if (!(await editsEvery(ctx, actor))) {
    requireEditor(found(await selectOffer(ctx.db.knex, id)));
  }
  const { see, order } = input.content.access;
  const people: CountPeople = tx => ctx.directory.countWithin(tx, [...see.allow, ...order.allow]);
  return ctx.db.transaction(async tx => {
    const content = await contentWithKept(tx, input.content);
    const { offer, draft, isPublished } = found(await lockWholeDraft(tx, id));
    requireEditor(offer);
    // What a request says was checked with it.
    if (content !== input.content) refuseTwins(content);
    if (!draft) throw new Refusal('already-published');
    const { owner } = input;
    if (isPublished && offer.owner !== undefined && owner === undefined) refuseOwnerless();
    const fields = changedFields(offer, draft.content, { owner, content });
    // What is asked for is what is there: also for who asks again, since the answer to the first request was lost (rule 6).
    if (fields.length === 0) return managedOffer(ctx, tx, actor, offer);
    if (offer.revision !== revision) throw new Refusal('conflict');
    const edited = await editDraft(
      ctx,
      tx,
      actor,
      { offer, draft },
      { owner, content, at: nowOf(ctx), people, action: 'offer.edit', fields },
    );
    return managedOffer(ctx, tx, actor, edited);
  });
}

/** Who owns an offer holds for what is published too, and counts at once. */
function refuseOwnerless(): never {
  const remedy = 'Name who answers for the offer: what is published stays with an owner';
  throw new Refusal('invalid-input', { fields: [{ field: 'owner', remedy }] });
}

/** Two price lists can become alike by what they refer to. */
function refuseTwins({ pricing }: Content): void {
  const { error } = pricingSchema.safeParse(pricing);
  if (error)
    throw new Refusal('invalid-input', { fields: fieldProblems(error, 'content.pricing') });
}
