import {
  categoryOf,
  OfferLife,
  Placement,
  placementOf,
  structureAt,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { moveOffer } from '../offers/moving';
import { StoredOffer, StoredVersion, versionAt } from '../offers/reading';
import { hasMoved, selectStructureChanges } from './store';

/** Where an offer is found from an instant on, until it moves, with a version that names a category. */
export type PlaceAt = (category: string | undefined, at: string) => Placement;

/** Where an offer is found, over all of time. */
export interface Whereabouts {
  /** the instants at which it moves, past and ahead */
  moves: readonly string[];
  placeAt: PlaceAt;
}

type Made = Pick<StoredOffer, 'id' | 'madeIn'>;

/** Where an offer is found that never moves. */
export function whereMade({ madeIn }: Pick<Made, 'madeIn'>): Whereabouts {
  return { moves: [], placeAt: category => ({ catalogue: madeIn, category }) };
}

/** Where an offer is found: of most, who never moved, one question tells. */
export async function whereaboutsOf(connection: Connection, offer: Made): Promise<Whereabouts> {
  if (!(await hasMoved(connection, offer.id))) return whereMade(offer);
  const changes = await selectStructureChanges(connection);
  return {
    moves: changes.flatMap(({ change, from }) =>
      change.kind === 'offer-move' && change.target === offer.id ? [from] : [],
    ),
    placeAt: (category, at) => placementOf(structureAt(changes, at), offer, category),
  };
}

/** Where an offer is found before its first move and from each move on, in titles of those times. */
export async function placesInTime(
  connection: Connection,
  offer: Made,
  versions: readonly StoredVersion[],
): Promise<OfferLife['places']> {
  const { moves, placeAt } = await whereaboutsOf(connection, offer);
  const [first] = moves;
  if (first === undefined) return [];
  const changes = await selectStructureChanges(connection);
  return ['', ...moves].map(from => {
    const version = versionAt(versions, from) ?? versions[0];
    const { catalogue, category } = placeAt(version?.content.information.category, from);
    const structure = structureAt(changes, from || first);
    const title = category === undefined ? undefined : categoryOf(structure, category)?.title;
    return {
      ...(from ? { from } : {}),
      catalogue,
      catalogueTitle: structure.catalogues.get(catalogue)?.title ?? catalogue,
      ...(title ? { categoryTitle: title } : {}),
    };
  });
}

/** Notes where an offer is at an instant, which time or an act has brought: what its managers may do goes by it. */
export async function bringTo(
  tx: Knex.Transaction,
  { id, catalogue }: Pick<StoredOffer, 'id' | 'catalogue'>,
  { moves, placeAt }: Whereabouts,
  at: string,
): Promise<void> {
  const now = placeAt(undefined, at);
  if (moves.length > 0 && now.catalogue !== catalogue) await moveOffer(tx, id, now.catalogue);
}
