import {
  BrowseQuery,
  CatalogueFilters,
  catalogueReadPermission,
  Content,
  ConsumerContent,
  ExplainedOffer,
  ExplainedVersion,
  explain,
  Facets,
  isInAudience,
  OfferCardPage,
  OfferPage,
  servingVersion,
} from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Actor, Context, nowOf } from '../context';
import {
  isStaffOf,
  offerBy,
  publishedVersions,
  StoredOffer,
  StoredVersion,
  wordsOf,
} from '../offers/reading';
import { found, Refusal } from '../refusal';
import { CatalogueSearch, selectCards, selectFacets, selectListed } from './store';

/** A page of the offers that the person may see now. */
export async function browse(
  ctx: Context,
  actor: Actor,
  { cursor, limit, q, ...filters }: BrowseQuery,
): Promise<OfferCardPage> {
  const [sortKey, offerId] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await selectListed(ctx.db.knex, await searchFor(ctx, actor, { q, ...filters }), {
    after: sortKey !== undefined && offerId !== undefined ? { sortKey, offerId } : undefined,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const cards = await selectCards(ctx.db.knex, page);
  const last = page.at(-1);
  return {
    items: page.flatMap(({ offerId: id }) => {
      const listed = cards.get(id);
      if (!listed) return [];
      return [{ ...listed.card, orderable: isInAudience(listed.access.order, actor.principals) }];
    }),
    ...(last && rows.length > limit
      ? { nextCursor: encodeCursor([last.sortKey, last.offerId]) }
      : {}),
  };
}

/** How many offers that the person may see now each filter value has. */
export async function facets(
  ctx: Context,
  actor: Actor,
  filters: CatalogueFilters,
): Promise<Facets> {
  const counts = await selectFacets(ctx.db.knex, await searchFor(ctx, actor, filters));
  const sumBy = <K>(key: (row: (typeof counts)[number]) => K | undefined) => {
    const sums = new Map<K, number>();
    for (const row of counts) {
      const value = key(row);
      if (value !== undefined) sums.set(value, (sums.get(value) ?? 0) + row.count);
    }
    return sums;
  };
  const byCategory = sumBy(({ category }) => category);
  const titles = new Map(ctx.settings.categories.map(({ id, title }) => [id, title]));
  return {
    total: counts.reduce((total, { count }) => total + count, 0),
    categories: [...byCategory]
      .map(([id, count]) => ({ id, title: titles.get(id) ?? id, count }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
    interactions: [...sumBy(({ interaction }) => interaction)].map(([id, count]) => ({
      id,
      count,
    })),
  };
}

/**
 * The page of an offer. Who may not see it gets the same answer as for an offer that does not exist
 * (rule 1); staff see the serving version whatever its audience.
 */
export async function offerPage(ctx: Context, actor: Actor, name: string): Promise<OfferPage> {
  const { offer, versions } = await publishedOffer(ctx, name);
  const at = nowOf(ctx);
  const explanation = explain(versions.map(explained), actor, at);
  const serving = servingVersion(versions.map(withWindow), at);
  const visible = explanation.visible.answer && (await isPermitted(ctx, actor, offer));
  if (!serving || (!visible && !isStaffOf(actor, offer))) throw new Refusal('not-found');
  const { content } = serving.version;
  const category = ctx.settings.categories.find(({ id }) => id === content.information.category);
  return {
    id: offer.id,
    name: offer.name,
    catalogue: offer.catalogue,
    ...(category ? { categoryTitle: category.title } : {}),
    interaction: offer.interaction,
    ...(offer.owner ? { owner: offer.owner } : {}),
    version: serving.number,
    validFrom: serving.validFrom,
    ...(serving.validUntil ? { validUntil: serving.validUntil } : {}),
    state: explanation.state,
    content: consumerContent(content),
    explanation,
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
  const { offer, versions } = await publishedOffer(ctx, name);
  const isStaff = isStaffOf(actor, offer);
  const at = question.at ?? nowOf(ctx);
  const own = explain(versions.map(explained), actor, nowOf(ctx));
  const visible = own.visible.answer && (await isPermitted(ctx, actor, offer));
  if (!isStaff && !visible) throw new Refusal('not-found');
  const asksForOther = question.viewer !== undefined && question.viewer !== actor.ref;
  if (!isStaff && (asksForOther || question.at !== undefined)) throw new Refusal('not-allowed');
  const principals =
    asksForOther && question.viewer ? await principalsOf(ctx, question.viewer) : actor.principals;
  return {
    id: offer.id,
    name: offer.name,
    title: offer.title,
    viewer: question.viewer ?? actor.ref,
    url: pageUrl(ctx, offer),
    explanation: explain(
      versions.map(explained),
      { principals, ...(question.zone ? { zone: question.zone } : {}) },
      at,
    ),
  };
}

async function searchFor(
  ctx: Context,
  actor: Actor,
  { q, ...filters }: CatalogueFilters,
): Promise<CatalogueSearch> {
  return {
    principals: actor.principals,
    now: nowOf(ctx),
    filters,
    words: wordsOf(q),
    filter: await ctx.guard.filter(actor.credentials, catalogueReadPermission),
  };
}

async function publishedOffer(
  ctx: Context,
  name: string,
): Promise<{ offer: StoredOffer; versions: StoredVersion[] }> {
  const offer = found(await offerBy(ctx.db.knex, name));
  return { offer, versions: await publishedVersions(ctx.db.knex, offer.id) };
}

async function isPermitted(ctx: Context, actor: Actor, offer: StoredOffer): Promise<boolean> {
  return ctx.guard.allowsOffer(actor.credentials, catalogueReadPermission, offer.id);
}

async function principalsOf(ctx: Context, viewer: string): Promise<string[]> {
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

function withWindow(version: StoredVersion) {
  const { number, validFrom, validUntil } = version;
  return { number, validFrom: validFrom ?? '', validUntil, version };
}

function explained(version: StoredVersion): ExplainedVersion {
  const { number, validFrom, validUntil } = withWindow(version);
  return { number, validFrom, validUntil, access: version.content.access };
}

function consumerContent(content: Content): ConsumerContent {
  const { information, product, pricing, terms, options, plans, knowledge, monitoring } = content;
  return {
    information,
    product,
    priceLists: pricing.priceLists,
    terms,
    options,
    fulfilledBy: plans.fulfilment?.parties ?? [],
    ...(plans.support ? { support: plans.support } : {}),
    knowledge,
    monitoring,
  };
}

function pageUrl(ctx: Context, { name }: StoredOffer): string {
  return `${ctx.settings.portalUrl}/offers/o/${name}`;
}
