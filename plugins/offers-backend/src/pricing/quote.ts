import { QuotedOffer, quoteOf, QuoteRequest } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { isPermitted } from '../catalogue/catalogue';
import { readsAsStaff } from '../offers/readable';
import { offerBy, StoredOffer, StoredVersion, versionsOf } from '../offers/reading';
import { found, Refusal } from '../refusal';
import { orderableMembers } from './members';
import { servedOffer, View } from './serving';

/**
 * What an offer costs a person with some choices. Who may not see the offer gets the answer for one that
 * does not exist (rule 1); staff may ask for other people, instants and versions, drafts among them.
 * @throws Refusal `not-found`, `not-allowed`, `invalid-input`, `no-price`, `not-orderable`
 */
export async function quoteOffer(
  ctx: Context,
  actor: Actor,
  name: string,
  request: QuoteRequest,
): Promise<QuotedOffer> {
  const offer = found(await offerBy(ctx.db.knex, name));
  const now = nowOf(ctx);
  const own = await servedOffer(ctx.db.knex, offer.id, { viewer: actor, at: now });
  const isStaff = await readsAsStaff(ctx, actor, offer);
  const visible = own.visible && (await isPermitted(ctx, actor, offer));
  if (!visible && !isStaff) throw new Refusal('not-found');
  if (!isStaff && asksForMore(actor, request)) throw new Refusal('not-allowed');
  const ref = request.viewer ?? actor.ref;
  const principals = await principalsFor(ctx, actor, ref);
  const view = { viewer: { ref, principals }, at: request.at ?? now };
  const version = found(await versionFor(ctx, offer, request, view, isStaff));
  const { content } = version;
  const result = quoteOf({
    content,
    viewerPrincipals: principals,
    at: view.at,
    currency: request.currency,
    options: request.options,
    toggles: request.toggles,
    steps: request.steps,
    quantity: request.quantity,
    usage: request.usage,
    members: await orderableMembers(ctx, actor, content, view),
  });
  if (!result.ok) throw new Refusal(result.refusal.code, result.refusal);
  const { title } = content.information;
  const { quote } = result;
  return { id: offer.id, name: offer.name, title, version: version.number, viewer: ref, quote };
}

function asksForMore({ ref }: Actor, { viewer, at, version }: QuoteRequest): boolean {
  return at !== undefined || version !== undefined || (viewer !== undefined && viewer !== ref);
}

async function principalsFor(ctx: Context, actor: Actor, viewer: string) {
  if (viewer === actor.ref) return actor.principals;
  const principals = await ctx.directory.principalsOf(viewer);
  if (principals) return principals;
  const remedy = `${viewer} is not in the software catalogue; check the reference`;
  throw new Refusal('invalid-input', { fields: [{ field: 'viewer', remedy }] });
}

async function versionFor(
  ctx: Context,
  offer: StoredOffer,
  { version }: QuoteRequest,
  view: View,
  isStaff: boolean,
): Promise<StoredVersion | undefined> {
  if (version === undefined) {
    const served = await servedOffer(ctx.db.knex, offer.id, view);
    return served.version ?? (isStaff ? served.first : undefined);
  }
  const [named] = await versionsOf(ctx.db.knex, [{ offerId: offer.id, number: version }]);
  return named?.draft;
}
