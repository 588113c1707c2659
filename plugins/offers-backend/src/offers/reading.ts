import {
  DefineExitInput,
  KeptReference,
  PriceSelection,
} from '@offerdesk/backstage-plugin-offers-common';
import { OfferResource } from '@offerdesk/backstage-plugin-offers-node';
import { ListFilter } from '../api/OfferGuard';
import { Actor } from '../context';
import { Connection } from '../database/Database';
import { Ahead, ahead, Whose } from '../database/readAhead';
import { CategoriesOf } from '../structure/naming';
import {
  lockOffer,
  OFFERS,
  selectKeysOfSource,
  selectOffer,
  selectOfferByName,
  selectOfferBySource,
  selectOffersBySource,
  selectOffersOfSource,
  selectTakenNames,
  selectOffers,
  sortKeyOf,
  StoredOffer,
} from './store';
import { selectOwned, selectReferring, selectToPrice } from './referringStore';
import { AUTHORS, selectAuthors, selectVersions, StoredVersion, VERSIONS } from './versionStore';
import { WAIVERS } from './waiverStore';

export type { StoredOffer, StoredVersion };
export { sortKeyOf };

/** An offer with the draft that a plan can bring. */
export interface DraftedOffer {
  offer: StoredOffer;
  draft: StoredVersion;
}

/** An offer with the draft that a plan brings, and the version that it takes over from. */
export interface BroughtOffer extends DraftedOffer {
  serving: StoredVersion | undefined;
}

/** Whether a person reads an offer as staff: by role, or as one of its owners; a policy may narrow it. */
export function isStaffOf(actor: Actor, offer: Pick<StoredOffer, 'owner'>): boolean {
  return (
    actor.can.has('readAll') ||
    (offer.owner !== undefined && actor.principals.includes(offer.owner))
  );
}

/** Ids have this form; so may a name. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One offer by id or name. */
export async function offerBy(
  connection: Connection,
  idOrName: string,
): Promise<StoredOffer | undefined> {
  const byId = ID.test(idOrName) ? await selectOffer(connection, idOrName) : undefined;
  return byId ?? (await selectOfferByName(connection, idOrName));
}

/** The offer that a row of a source became. */
export async function offerFromSource(
  connection: Connection,
  sourceId: string,
  sourceKey: string,
): Promise<StoredOffer | undefined> {
  return selectOfferBySource(connection, sourceId, sourceKey);
}

/** The offers that some rows of a source became, by key, and which of some names an offer has already. */
export async function offersFromSource(
  connection: Connection,
  sourceId: string,
  rows: readonly { key: string; name: string }[],
): Promise<{ known: Map<string, StoredOffer>; taken: Set<string> }> {
  const keys = rows.map(({ key }) => key);
  const names = rows.map(({ name }) => name);
  const known = new Map<string, StoredOffer>();
  for (const offer of await selectOffersBySource(connection, sourceId, keys)) {
    if (offer.sourceKey !== undefined) known.set(offer.sourceKey, offer);
  }
  return { known, taken: await selectTakenNames(connection, names) };
}

/** Which rows of a source became offers, by their keys there. */
export async function keysFromSource(
  connection: Connection,
  sourceId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  return selectKeysOfSource(connection, sourceId, keys);
}

/** Every offer that came from a source, in the order of its keys there. */
export async function offersOfSource(
  connection: Connection,
  sourceId: string,
): Promise<StoredOffer[]> {
  return selectOffersOfSource(connection, sourceId);
}

/** Offers by id, in no order. */
export async function offersBy(
  connection: Connection,
  ids: readonly string[],
): Promise<StoredOffer[]> {
  return selectOffers(connection, ids);
}

/** Locks offers, in one order so that two transactions never wait for each other, and reads their drafts. */
export async function lockDrafts(
  tx: Connection,
  offerIds: readonly string[],
): Promise<Map<string, { offer: StoredOffer; draft: StoredVersion | undefined }>> {
  const locked = new Map<string, { offer: StoredOffer; draft: StoredVersion | undefined }>();
  for (const id of [...offerIds].sort()) {
    const offer = await lockOffer(tx, id);
    if (offer) locked.set(id, { offer, draft: undefined });
  }
  // Read after the locks are held: what was read before them may have been changed while waiting.
  for (const version of await selectVersions(tx, offerIds)) {
    const held = locked.get(version.offerId);
    if (held && version.status === 'draft') held.draft = version;
  }
  return locked;
}

/** Several offers with all that is stored of their versions, to be read ahead. */
export function offersAhead(whose: Whose): Ahead[] {
  return [
    ahead(OFFERS, whose),
    ahead(VERSIONS, whose),
    ahead(AUTHORS, whose),
    ahead(WAIVERS, whose),
  ];
}

/** The offers that have a draft, as they are now and without a lock, in no order. */
export async function currentDrafts(
  connection: Connection,
  offerIds: readonly string[],
): Promise<DraftedOffer[]> {
  const versions = await selectVersions(connection, offerIds);
  const offers = await selectOffers(connection, offerIds);
  return offers.flatMap(offer => {
    const draft = versions.find(
      ({ offerId, status }) => offerId === offer.id && status === 'draft',
    );
    return draft ? [{ offer, draft }] : [];
  });
}

/** The offers with the versions that a plan brings, drafts or published, in the order of the keys. */
export async function versionsOf(
  connection: Connection,
  keys: readonly { offerId: string; number: number }[],
): Promise<DraftedOffer[]> {
  const ids = keys.map(({ offerId }) => offerId);
  const [offers, versions] = [
    await selectOffers(connection, ids),
    await selectVersions(connection, ids),
  ];
  return keys.flatMap(({ offerId, number }) => {
    const offer = offers.find(({ id }) => id === offerId);
    const draft = versions.find(
      version => version.offerId === offerId && version.number === number,
    );
    return offer && draft ? [{ offer, draft }] : [];
  });
}

/** The version that has begun last at an instant, whether or not it has ended. */
export function versionAt(
  versions: readonly StoredVersion[],
  at: string,
): StoredVersion | undefined {
  const begun = versions.filter(({ validFrom = '' }) => validFrom <= at);
  return begun.reduce<StoredVersion | undefined>(
    (last, version) => ((last?.validFrom ?? '') > (version.validFrom ?? '') ? last : version),
    undefined,
  );
}

/** Every version of some offers, drafts and discarded ones among them, by offer. */
export async function versionsByOffer(
  connection: Connection,
  offerIds: readonly string[],
): Promise<Map<string, StoredVersion[]>> {
  const byOffer = new Map<string, StoredVersion[]>();
  for (const version of await selectVersions(connection, offerIds)) {
    byOffer.set(version.offerId, [...(byOffer.get(version.offerId) ?? []), version]);
  }
  return byOffer;
}

/** The published versions of some offers with their content, by offer and number. */
export async function publishedVersionsOf(
  connection: Connection,
  offerIds: readonly string[],
): Promise<StoredVersion[]> {
  const versions = await selectVersions(connection, offerIds);
  return versions.filter(({ status }) => status === 'published');
}

/** Whether somebody answers for an offer, by themselves or as a member of a group. */
export async function ownsOffers(
  connection: Connection,
  principals: readonly string[],
): Promise<boolean> {
  return selectOwned(connection, principals);
}

/** The offers of a selection that the person may read, by id; at most as many as the limit. */
export async function offersToPrice(
  connection: Connection,
  selection: PriceSelection,
  readable: { owners: readonly string[] | undefined; filter: ListFilter; limit: number },
): Promise<StoredOffer[]> {
  return selectToPrice(connection, selection, readable);
}

/** A reference to what is kept once. */
type Reference = Pick<KeptReference, 'kind' | 'id'>;

/** The offers whose draft refers to what is kept, and that the filter leaves; in the order of their ids. */
export async function referringDrafts(
  connection: Connection,
  reference: Reference,
  filter: ListFilter,
): Promise<string[]> {
  const rows = await selectReferring(connection, reference, { status: 'draft', filter });
  return rows.map(({ offerId }) => offerId);
}

/** The published versions that refer to what is kept, of the offers that the filter leaves. */
export async function referringPublished(
  connection: Connection,
  reference: Reference,
  filter: ListFilter,
): Promise<{ offerId: string; number: number }[]> {
  return selectReferring(connection, reference, { status: 'published', filter });
}

/** Everyone who wrote one of the versions (rule 4). */
export async function authorsOf(
  connection: Connection,
  keys: readonly { offerId: string; number: number }[],
): Promise<string[]> {
  return [...new Set((await selectAuthors(connection, keys)).map(({ author }) => author))];
}

/** Who wrote which of the versions. */
export async function authorsByVersion(
  connection: Connection,
  keys: readonly { offerId: string; number: number }[],
): Promise<{ offerId: string; number: number; author: string }[]> {
  return selectAuthors(connection, keys);
}

/** What the completeness gate looks at. */
export function completenessInput(
  { offer, draft }: DraftedOffer,
  categoriesOf: CategoriesOf,
): DefineExitInput {
  return {
    owner: offer.owner,
    content: draft.content,
    categories: categoriesOf(offer),
    interaction: offer.interaction,
  };
}

/** Offers as the permission rules see them, in the order of the ids. */
export async function offerResources(
  connection: Connection,
  ids: readonly string[],
): Promise<(OfferResource | undefined)[]> {
  const offers = await selectOffers(connection, ids);
  return ids.map(id => {
    const offer = offers.find(each => each.id === id);
    return (
      offer && {
        id,
        owner: offer.owner,
        category: offer.category,
        catalogue: offer.catalogue,
      }
    );
  });
}
