import {
  CatalogueFilters,
  CatalogueSort,
  catalogueReadPermission,
  personSalt,
} from '@offerdesk/backstage-plugin-offers-common';
import { OfferFilter } from '@offerdesk/backstage-plugin-offers-node';
import { ListFilter } from '../api/OfferGuard';
import { Actor, Context, nowOf } from '../context';
import { searchWords } from '../database/fullText';
import { ownsOffers } from '../offers/reading';
import { Refusal } from '../refusal';
import { Scope, scopeFor } from '../structure/scope';
import { readersOf } from './readers';

/** Whose catalogue is looked at, when, and what of it. */
export interface CatalogueSearch {
  /** what an audience names: the person, their groups, everyone */
  readers: readonly string[];
  /** the person and their groups, as denials and rings name them */
  principals: readonly string[];
  /** what the person brings to the drawing of lots of a ring: a number, or the name of one */
  lot: number | string;
  at: string;
  filters: Omit<CatalogueFilters, 'q' | 'at' | 'category' | 'catalogue' | 'view'> & Scope;
  /** the order of the view that is looked at */
  viewSort?: CatalogueSort | undefined;
  /** folded words that have to be found; undefined where none were asked for */
  words: readonly string[] | undefined;
  policy: ListFilter;
}

/**
 * The search that a request means. At another instant, who answers for offers finds those alone.
 * @throws Refusal `not-allowed` when somebody asks for another instant who reads no offer as staff;
 * `not-found` for a view that they may not know of
 */
export async function searchFor(
  ctx: Context,
  actor: Actor,
  { q, at, category, catalogue, view, ...filters }: CatalogueFilters,
): Promise<CatalogueSearch> {
  const isOwner = at !== undefined && !actor.can.has('readAll');
  if (isOwner && !(await ownsOffers(ctx.db.knex, actor.principals))) {
    throw new Refusal('not-allowed');
  }
  const policy = await ctx.guard.filter(actor.credentials, catalogueReadPermission);
  const now = nowOf(ctx);
  const { scope, sort } = await scopeFor(ctx, actor, { category, catalogue, view }, at);
  return {
    readers: readersOf(actor.principals, at ?? now, now),
    principals: actor.principals,
    lot: personSalt(actor.ref),
    at: at ?? now,
    filters: { ...filters, ...scope },
    viewSort: sort,
    words: q ? searchWords(q) : undefined,
    policy: isOwner ? ownOffers(policy, actor.principals) : policy,
  };
}

function ownOffers(policy: ListFilter, principals: readonly string[]): ListFilter {
  const own: OfferFilter = { column: 'owner', values: [...principals] };
  if (policy === 'none') return policy;
  return policy === 'all' ? own : { allOf: [policy, own] };
}

/**
 * The order of a list: by relevance where words are searched for, else that of the view, else by title, unless another
 * is asked for.
 */
export function orderOf(
  sort: CatalogueSort | undefined,
  { words, viewSort = 'title' }: Pick<CatalogueSearch, 'words' | 'viewSort'>,
): CatalogueSort {
  if (sort === 'relevance' && !words) return viewSort;
  return sort ?? (words ? 'relevance' : viewSort);
}
