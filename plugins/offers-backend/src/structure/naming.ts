import {
  catalogueOf,
  Change,
  categoryNames,
  categoryOf,
  leftBehindFrom,
  OfferToPlace,
  Placement,
  placementOf,
  Structure,
  structureAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { changesKnown, changesNow, structureKnown } from './reading';

/** The categories that a version of an offer may name: those of the catalogue that holds the offer. */
export type CategoriesOf = (offer: OfferToPlace) => readonly string[];

/** What a draft may name: what is there now, and what is to come; its release asks for what is there then (rule 14). */
export async function categoriesToName(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
): Promise<CategoriesOf> {
  const all = await fromNowOn(ctx, connection);
  return offer => [
    ...new Set(all.flatMap(structure => categoryNames(structure, catalogueOf(structure, offer)))),
  ];
}

/** Whether there is a catalogue of that name, or one is to come. */
export async function catalogueToCome(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
  name: string,
): Promise<boolean> {
  return (await fromNowOn(ctx, connection)).some(({ catalogues }) => catalogues.has(name));
}

/** The structure now and at every instant to come at which it changes. */
async function fromNowOn(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
): Promise<Structure[]> {
  const changes = await changesKnown(ctx, connection);
  const now = await structureKnown(ctx, { connection });
  const coming = changes.filter(({ from }) => from > nowOf(ctx)).map(({ from }) => from);
  return [now, ...[...new Set(coming)].map(at => structureAt(changes, at))];
}

/**
 * What a version that is served may have named: also a category that went into another one since, and of an offer that
 * has moved since, one of any catalogue.
 */
export async function categoriesServed(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
): Promise<CategoriesOf> {
  return servedIn(await structureKnown(ctx, { connection }));
}

/** The same as this transaction finds it, at any instant: for what is kept, and not only shown. */
export async function categoriesServedAt(
  ctx: Pick<Context, 'db'>,
  connection: Connection,
): Promise<(at: string) => CategoriesOf> {
  const changes = await changesNow(ctx, connection);
  return at => servedIn(structureAt(changes, at));
}

/** Which categories a version may be published again in, and which of them are known to end. */
export interface PlacesServed {
  categoriesOf: CategoriesOf;
  /** from when on an offer would be left behind in one */
  leftFrom: (offer: OfferToPlace, category: string) => string | undefined;
}

/** Where a version may be published again at an instant, as this transaction finds it. */
export async function placesServed(
  ctx: Pick<Context, 'db'>,
  connection: Connection,
  at: string,
): Promise<PlacesServed> {
  const changes = await changesNow(ctx, connection);
  return {
    categoriesOf: servedIn(structureAt(changes, at)),
    leftFrom: (offer, category) => leftBehindFrom(changes, offer, { category, after: at }),
  };
}

function servedIn(structure: Structure): CategoriesOf {
  const retired = [...structure.successors.keys()];
  return offer => {
    if (structure.placements.has(offer.id)) return [...structure.categories.keys(), ...retired];
    const { madeIn } = offer;
    return [
      ...categoryNames(structure, madeIn),
      ...retired.filter(name => categoryOf(structure, name)?.catalogue === madeIn),
    ];
  };
}

/** Where an offer is found at an instant, with a version that names a category. */
export async function placementAt(
  ctx: Pick<Context, 'db' | 'clock'>,
  offer: OfferToPlace,
  { category, at }: { category: string | undefined; at: string },
): Promise<Placement> {
  return placementOf(await structureKnown(ctx, { at }), offer, category);
}

/** An offer in the catalogue that holds it at this very instant: the policy for consumers is held against that. */
export async function placedNow<O extends OfferToPlace & { catalogue: string }>(
  ctx: Pick<Context, 'db' | 'clock'>,
  offer: O,
): Promise<O> {
  return { ...offer, catalogue: catalogueOf(await structureKnown(ctx), offer) };
}

/** The title of a catalogue at an instant; undefined where it is the only one, which is told from no other. */
export async function titleOfCatalogue(
  ctx: Pick<Context, 'db' | 'clock'>,
  name: string,
  at: string,
): Promise<string | undefined> {
  const { catalogues } = await structureKnown(ctx, { at });
  return catalogues.size > 1 ? catalogues.get(name)?.title : undefined;
}

/** The title of the category in which the offers of one are found at an instant. */
export async function titleOfCategory(
  ctx: Pick<Context, 'db' | 'clock'>,
  name: string | undefined,
  at?: string,
): Promise<string | undefined> {
  if (name === undefined) return undefined;
  return categoryOf(await structureKnown(ctx, at ? { at } : {}), name)?.title;
}

/** A change of an offer at an instant, with its categories as they were called just before and at it: their names are for addresses. */
export async function titledChange(
  ctx: Pick<Context, 'db' | 'clock'>,
  change: Change,
  at: string,
): Promise<Change> {
  if (change.field !== 'content.information.category') return change;
  const justBefore = new Date(Date.parse(at) - 1).toISOString();
  const { before, after } = change;
  return {
    ...change,
    ...(before ? { before: (await titleOfCategory(ctx, before, justBefore)) ?? before } : {}),
    ...(after ? { after: (await titleOfCategory(ctx, after, at)) ?? after } : {}),
  };
}
