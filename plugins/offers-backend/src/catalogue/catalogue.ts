import {
  catalogueReadPermission,
  endOfVersion,
  ExplainedOffer,
  Explanation,
  OfferPage,
  personOf,
  Served,
  servedTo,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { readsAsStaff } from '../offers/readable';
import { offerBy, StoredOffer, StoredVersion } from '../offers/reading';
import { explainOne } from '../timeline/explaining';
import { lifeOf, OfferLife } from '../timeline/reading';
import { danglingIn } from '../links/dangling';
import { found, Refusal } from '../refusal';
import { placedNow, placementAt, titleOfCatalogue, titleOfCategory } from '../structure/naming';
import { bundleShownTo } from './bundleView';
import { consumerContent } from './consumerContent';

/**
 * The page of an offer, as it was or will be where staff ask for another instant. Who may not see it gets the same
 * answer as for an offer that does not exist (rule 1); staff see what is served whatever its audience.
 */
export async function offerPage(
  ctx: Context,
  actor: Actor,
  name: string,
  asked: { at?: string | undefined } = {},
): Promise<OfferPage> {
  const { offer, life } = await publishedOffer(ctx, name);
  const isStaff = await readsAsStaff(ctx, actor, offer);
  const now = nowOf(ctx);
  const own = await explainOne(ctx.db.knex, life, actor, now);
  const visible = own.visible.answer && (await isPermitted(ctx, actor, offer));
  if (!visible && !isStaff) throw new Refusal('not-found');
  if (!isStaff && asked.at !== undefined) throw new Refusal('not-allowed');
  const at = asked.at ?? now;
  const explanation = at === now ? own : await explainOne(ctx.db.knex, life, actor, at);
  const served = found(
    servedTo(life.timeline, personOf(actor), at) ?? (isStaff ? shownToStaff(life, at) : undefined),
  );
  const version = found(life.versions.find(({ number }) => number === served.version.number));
  const dangling = await danglingIn(ctx.db.knex, offer.id, version.number);
  const named = version.content.information.category;
  const { catalogue, category } = await placementAt(ctx, offer, { category: named, at });
  const categoryTitle = await titleOfCategory(ctx, category, at);
  const page = pageOf(ctx, actor, {
    ...{ offer, version, served, explanation, isStaff },
    ...{ catalogue, catalogueTitle: await titleOfCatalogue(ctx, catalogue, at), categoryTitle },
  });
  const { bundle: whole, ...content } = page.content;
  const bundle = whole && (isStaff ? whole : await bundleShownTo(ctx, actor, whole, at));
  return {
    ...page,
    content: { ...content, ...(bundle ? { bundle } : {}) },
    ...(dangling.length > 0 ? { dangling } : {}),
  };
}

/** The version that a page shows, and until when it is offered at most. */
type Shown = Pick<Served, 'version' | 'until'>;

/** Staff outside a ring see what the ring is served, and of what has ended the last that was offered. */
function shownToStaff({ timeline }: OfferLife, at: string): Shown | undefined {
  const serving = servingAt(timeline, at);
  if (serving) return serving.first;
  const last = timeline.versions
    .filter(({ validFrom }) => validFrom <= at)
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .at(-1);
  return last && { version: last, until: endOfVersion(timeline, last, at) };
}

function pageOf(
  ctx: Context,
  actor: Actor,
  {
    offer,
    version,
    served,
    explanation,
    isStaff,
    catalogue,
    catalogueTitle,
    categoryTitle,
  }: {
    offer: StoredOffer;
    version: StoredVersion;
    served: Shown;
    explanation: Explanation;
    isStaff: boolean;
    catalogue: string;
    catalogueTitle: string | undefined;
    categoryTitle: string | undefined;
  },
): OfferPage {
  const { content } = version;
  return {
    id: offer.id,
    name: offer.name,
    catalogue,
    ...(catalogueTitle ? { catalogueTitle } : {}),
    ...(categoryTitle ? { categoryTitle } : {}),
    interaction: offer.interaction,
    ...(offer.owner ? { owner: offer.owner } : {}),
    version: version.number,
    validFrom: served.version.validFrom,
    ...(served.until ? { validUntil: served.until } : {}),
    state: explanation.state,
    content: consumerContent(content, actor, isStaff),
    explanation,
    asStaff: isStaff,
    url: pageUrl(ctx, offer),
  };
}

/** What a person asks of `explain`. */
export interface ExplainQuestion {
  viewer?: string | undefined;
  at?: string | undefined;
  zone?: string | undefined;
}

/**
 * Why a person can or cannot see and order an offer. Who may not see it gets the same answer as for one
 * that does not exist; staff may ask for other people and instants.
 */
export async function explainOffer(
  ctx: Context,
  actor: Actor,
  name: string,
  question: ExplainQuestion,
): Promise<ExplainedOffer> {
  const { offer, life } = await publishedOffer(ctx, name);
  const isStaff = await readsAsStaff(ctx, actor, offer);
  const at = question.at ?? nowOf(ctx);
  const own = await explainOne(ctx.db.knex, life, actor, nowOf(ctx));
  const visible = own.visible.answer && (await isPermitted(ctx, actor, offer));
  if (!isStaff && !visible) throw new Refusal('not-found');
  const asksForOther = question.viewer !== undefined && question.viewer !== actor.ref;
  if (!isStaff && (asksForOther || question.at !== undefined)) throw new Refusal('not-allowed');
  const ref = question.viewer ?? actor.ref;
  const principals = asksForOther ? await principalsOf(ctx, ref) : actor.principals;
  const viewer = { ref, principals, ...(question.zone ? { zone: question.zone } : {}) };
  return {
    id: offer.id,
    name: offer.name,
    title: titleFor(actor, offer, life, nowOf(ctx)),
    viewer: ref,
    url: pageUrl(ctx, offer),
    explanation: await explainOne(ctx.db.knex, life, viewer, at),
  };
}

/** The offer's own title is the draft's, which is staff's alone: who is served a version reads that one's (rule 1). */
function titleFor(actor: Actor, offer: StoredOffer, life: OfferLife, now: string): string {
  const number = servedTo(life.timeline, personOf(actor), now)?.version.number;
  const served = life.versions.find(version => version.number === number);
  return served?.content.information.title ?? offer.title;
}

/** An offer by its name, with all that decides its public life. */
export async function publishedOffer(
  ctx: Context,
  name: string,
): Promise<{ offer: StoredOffer; life: OfferLife }> {
  const offer = found(await offerBy(ctx.db.knex, name));
  return { offer, life: await lifeOf(ctx.db.knex, offer.id) };
}

/** Whether the organisation's policy lets a person read an offer in the catalogue. */
export async function isPermitted(
  ctx: Context,
  actor: Actor,
  offer: StoredOffer,
): Promise<boolean> {
  return ctx.guard.allowsOffer(
    actor.credentials,
    catalogueReadPermission,
    await placedNow(ctx, offer),
  );
}

/** The audience keys of somebody whose eyes an offer is looked at with. */
export async function principalsOf(ctx: Context, viewer: string): Promise<string[]> {
  const principals = await ctx.directory.principalsOf(viewer);
  if (principals) return principals;
  throw new Refusal('invalid-input', {
    fields: [
      {
        field: 'viewer',
        remedy: `${viewer} is not in the software catalogue; check the reference`,
      },
    ],
  });
}

function pageUrl(ctx: Context, { name }: StoredOffer): string {
  return `${ctx.settings.portalUrl}/offers/o/${name}`;
}
