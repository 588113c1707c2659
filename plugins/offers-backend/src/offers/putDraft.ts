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
import { editorRule } from './offers';
import { managedOffer } from './view';
import { lockWholeDraft } from './wholeDraft';

/**
 * Replaces the draft of an offer.
 *
 * @param revision - what the person read; another one is refused, so that nobody's change is lost
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
  const { see, order } = input.content.access;
  const people: CountPeople = tx => ctx.directory.countWithin(tx, [...see.allow, ...order.allow]);
  return ctx.db.transaction(async tx => {
    const content = await contentWithKept(tx, input.content);
    const { offer, draft } = found(await lockWholeDraft(tx, id));
    requireEditor(offer);
    // What a request says was checked with it.
    if (content !== input.content) refuseTwins(content);
    if (!draft) throw new Refusal('already-published');
    if (offer.revision !== revision) throw new Refusal('conflict');
    const { owner } = input;
    const fields = changedFields(offer, draft.content, { owner, content });
    if (fields.length === 0) return managedOffer(ctx, tx, actor, offer);
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

/** Two price lists can become alike by what they refer to. */
function refuseTwins({ pricing }: Content): void {
  const { error } = pricingSchema.safeParse(pricing);
  if (error)
    throw new Refusal('invalid-input', { fields: fieldProblems(error, 'content.pricing') });
}
