import {
  categoriesFoundIn,
  CatalogueFilters,
  isInAudience,
  tagKey,
  Structure,
  View,
  ViewSort,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { found } from '../refusal';
import { structureKnown } from './reading';

/** What part of the catalogue is asked for, with every category spelled out; a list holds what is let through. */
export interface Scope {
  catalogues?: readonly string[];
  categories?: readonly string[];
  interactions?: readonly string[];
  owners?: readonly string[];
  providers?: readonly string[];
  tags?: readonly string[];
  entities?: readonly string[];
}

/** A scope with the order in which its view shows it. */
export interface Scoped {
  scope: Scope;
  sort: ViewSort | undefined;
}

/** No catalogue and no category is called so: what is asked for has no offer. */
const NOWHERE = '';

/** Whose structure of another instant is looked at: staff's alone; who answers for some offers knows it as it is now. */
export function instantOf({ can }: Pick<Actor, 'can'>, at: string | undefined): { at?: string } {
  return at !== undefined && can.has('readAll') ? { at } : {};
}

/**
 * The part of the catalogue that filters by catalogue, category and view leave.
 * @throws Refusal `not-found` for a view that the person may not know of, as for one that there is not (rule 1)
 */
export async function scopeFor(
  ctx: Pick<Context, 'db' | 'clock'>,
  actor: Pick<Actor, 'principals' | 'can'>,
  { view, category, catalogue }: Pick<CatalogueFilters, 'view' | 'category' | 'catalogue'>,
  at: string | undefined,
): Promise<Scoped> {
  if (!view && !category && !catalogue) return { scope: {}, sort: undefined };
  const structure = await structureKnown(ctx, instantOf(actor, at));
  const shown = view === undefined ? undefined : found(viewFor(structure, actor, view));
  const ofView = shown ? scopeOfView(structure, shown) : {};
  const asked = {
    ...(catalogue ? { catalogues: [catalogue] } : {}),
    ...(category ? { categories: categoriesFoundIn(structure, [category]) } : {}),
  };
  return {
    scope: {
      ...ofView,
      ...both('catalogues', asked.catalogues, ofView.catalogues),
      ...both('categories', asked.categories, ofView.categories),
    },
    sort: shown?.sort,
  };
}

/** A view for those of its audience, and for staff, who read every view with its audience. */
function viewFor(
  { views }: Structure,
  { principals, can }: Pick<Actor, 'principals' | 'can'>,
  name: string,
): View | undefined {
  const view = views.get(name);
  return view && (can.has('readAll') || isInAudience(view.see, principals)) ? view : undefined;
}

/** What a view lets through. */
export function scopeOfView(structure: Structure, { filter }: Pick<View, 'filter'>): Scope {
  const { catalogues, categories, interactions, owners, providers, tags, entities } = filter;
  const some = <F extends keyof Scope>(field: F, values: readonly string[]) =>
    values.length > 0 ? { [field]: values } : {};
  return {
    ...some('catalogues', catalogues),
    ...(categories.length > 0 ? { categories: categoriesFoundIn(structure, categories) } : {}),
    ...some('interactions', interactions),
    ...some('owners', owners),
    ...some('providers', providers),
    ...some('tags', [...new Set(tags.map(tagKey))]),
    ...some('entities', entities),
  };
}

function both(
  field: 'catalogues' | 'categories',
  asked: readonly string[] | undefined,
  ofView: readonly string[] | undefined,
): Scope {
  if (!asked) return {};
  const left = ofView ? asked.filter(each => ofView.includes(each)) : asked;
  return { [field]: left.length > 0 ? left : [NOWHERE] };
}
