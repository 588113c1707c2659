import {
  byDate,
  catalogueOf,
  categoryOf,
  DatedChange,
  formatInstant,
  leftBehindFrom,
  MovedOffer,
  segmentsOf,
  Structure,
  structureAt,
  StructureChange,
  structureWith,
  Termination,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { currentDrafts, DraftedOffer, offersBy, StoredVersion, versionAt } from '../offers/reading';
import { livesOf, OfferLife } from '../timeline/reading';
import { lookedAt } from './places';

type Move = Extract<StructureChange, { kind: 'offer-move' }>;

/** What a plan brings beside its moves. */
interface Beside {
  offers: readonly DraftedOffer[];
  terminations: readonly Termination[];
  changes: readonly StructureChange[];
}

/** The moves of offers among some changes. */
export function movesIn(changes: readonly StructureChange[]): Move[] {
  return changes.flatMap(change => (change.kind === 'offer-move' ? [change] : []));
}

/** The ids of the offers that some changes move. */
export function movedBy(changes: readonly StructureChange[]): string[] {
  return [...new Set(movesIn(changes).map(({ target }) => target))];
}

/** The offers that a plan moves, as they would be at the instant of it, with what stands in the way of each move. */
export async function movedOffers(
  connection: Connection,
  { offers, terminations, changes }: Beside,
  { from, known }: { from: string; known: readonly DatedChange[] },
): Promise<Map<string, MovedOffer>> {
  const moves = movesIn(changes);
  if (moves.length === 0) return new Map();
  const ids = movedBy(changes);
  const lives = await livesOf(connection, ids);
  const drafts = await currentDrafts(connection, ids);
  const before = structureAt(known, from);
  const after = structureWith(before, changes);
  const all = byDate([...known, ...changes.map(change => ({ change, from, planId: undefined }))]);
  const moved = (await offersBy(connection, ids)).map((offer): [string, MovedOffer] => {
    const { id, madeIn, title } = offer;
    const own = offers.filter(each => each.offer.id === id).map(({ draft }) => draft);
    const life = lives.get(id);
    const version = shownBy(own, life, from) ?? drafts.find(each => each.offer.id === id)?.draft;
    const into = moves.find(({ target }) => target === id)?.body;
    const category = version?.content.information.category;
    const left = leftBehindFrom(all, offer, { category, after: from });
    const ends = terminations.some(({ offerId, endsAt }) => offerId === id && endsAt <= from);
    return [
      id,
      {
        id,
        madeIn,
        title,
        category,
        placed: version && lookedAt({ offer, content: version.content }),
        obstacle: obstacleTo({
          isOver: ends || isOverBy(life, from),
          isThere: catalogueOf(before, offer) === into?.catalogue,
          named: into && namedInstead(after, into, category),
          left: left !== undefined && !isOverBy(life, left) ? left : undefined,
        }),
      },
    ];
  });
  return new Map(moved);
}

function shownBy(
  own: readonly StoredVersion[],
  life: OfferLife | undefined,
  from: string,
): StoredVersion | undefined {
  const published = life?.versions ?? [];
  return own[0] ?? versionAt(published, from) ?? published.at(-1);
}

function isOverBy(life: OfferLife | undefined, at: string): boolean {
  if (!life || life.versions.length === 0) return false;
  return !segmentsOf(life.timeline).some(({ until }) => until === undefined || until > at);
}

/** The category of that catalogue in which the version says that it is found, where the move says another one. */
function namedInstead(
  structure: Structure,
  into: Move['body'],
  category: string | undefined,
): string | undefined {
  const own = category === undefined ? undefined : categoryOf(structure, category);
  return own?.catalogue === into.catalogue && own.name !== into.category ? own.name : undefined;
}

function obstacleTo(move: {
  isOver: boolean;
  isThere: boolean;
  named: string | undefined;
  left: string | undefined;
}): string | undefined {
  const { isOver, isThere, named, left } = move;
  if (isOver) return 'It is not offered any more by then: take its move out, or plan it earlier.';
  if (isThere) {
    return 'It is in that catalogue by then already: take its move out, or name another catalogue.';
  }
  if (left !== undefined) {
    return `The category that it moves into ends on ${formatInstant(left, 'UTC')}, and its offers go nowhere: move it into another.`;
  }
  return named === undefined
    ? undefined
    : `Its version names the category ${named} of that catalogue: move it into that one, or let the version name another.`;
}
