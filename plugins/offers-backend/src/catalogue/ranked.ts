import { Connection } from '../database/Database';
import { matchingTexts, TextPart } from '../database/fullText';
import { RankedText, relevanceOf } from './relevance';
import { CatalogueSearch } from './search';
import { selectVisibleCards, ShownCard } from './cardStore';
import { keysOf } from './visible';

/**
 * How many of the matches are ranked at a time. First those whose title holds all the words as they stand, the newest first;
 * then those whose title holds some of them as beginnings, then those that hold them in title and tags, and in summary or
 * description last. Each so many are ranked among themselves,
 * so a search for a word that half the catalogue holds costs no more than any other, and still comes to its last
 * offer.
 */
export const WINDOW = 250;

/** Of how many offers it is looked up at a time whether they are visible: of some more than a page holds. */
const LOOKED_UP = 32;

/** Where all the words are; cursors give these their numbers. */
const PARTS: readonly TextPart[] = ['whole', 'titles', 'labels', 'rest'];

/** By what texts of a part are ranked: a word is worth more in a title than anywhere else, and more in labels than in a summary. */
const RANKED_BY: Record<TextPart, readonly (keyof RankedText)[]> = {
  whole: ['title'],
  titles: ['title'],
  labels: ['title', 'labels'],
  rest: ['title', 'labels', 'summary'],
};

/** Where a ranked page goes on: in which window of which part, and after which rank. */
export interface RankedStart {
  part: number;
  /** matches before this text; 0 for the newest */
  before: number;
  /** the rank of the last offer that was shown of the window */
  after: Rank | undefined;
}

/** What matches are ordered by: how well they fit, and the newest first. */
interface Rank {
  relevance: number;
  seq: number;
}

/** One offer of a ranked page. */
export interface RankedCard extends ShownCard {
  offerId: string;
  number: number;
  state: string;
  next: RankedStart;
}

interface Match extends RankedText {
  seq: number;
  offer_id: string;
  number: number;
}

/** A page in the order of relevance, as far as there are so many; each says where to go on after it. */
export async function selectRanked(
  knex: Connection,
  search: CatalogueSearch,
  start: RankedStart,
  limit: number,
): Promise<RankedCard[]> {
  const found: RankedCard[] = [];
  let place = start;
  while (found.length < limit && place.part < PARTS.length) {
    const matches: Match[] = await windowQuery(knex, search, place.part, place.before);
    found.push(...(await rankedWindow(knex, search, place, matches, limit - found.length)));
    place = placeAfter(place, matches);
  }
  return found.slice(0, limit);
}

/** Where it goes on behind a window: with older matches of its part, or with the next part. */
function placeAfter({ part }: RankedStart, matches: readonly Match[]): RankedStart {
  const last = matches.length < WINDOW ? undefined : matches.at(-1)?.seq;
  return { part: last === undefined ? part + 1 : part, before: last ?? 0, after: undefined };
}

/** The statement of the next matches. */
export function windowQuery(
  knex: Connection,
  search: CatalogueSearch,
  part: number,
  before: number,
) {
  const which = PARTS[part] ?? 'rest';
  return matchingTexts(
    knex,
    { keys: keysOf(search), words: search.words ?? [], part: which },
    { before: before || undefined, limit: WINDOW },
  ).select('t.seq', 't.offer_id', 't.number', ...RANKED_BY[which].map(column => `t.${column}`));
}

/**
 * The visible ones of a window, ranked, after those that were shown: as many as are wanted. The best are looked up
 * first, since most of what is found under the person's keys is visible.
 */
async function rankedWindow(
  knex: Connection,
  search: CatalogueSearch,
  { part, before, after }: RankedStart,
  matches: readonly Match[],
  wanted: number,
): Promise<RankedCard[]> {
  // What is published meanwhile comes before the window, and does not move it.
  const window = { part, before: before || (matches[0]?.seq ?? 0) + 1 };
  const ranked = matches
    .map(match => ({ match, rank: rankOf(search, match) }))
    .filter(({ rank }) => !after || isBehind(rank, after))
    .sort((a, b) => (isBehind(a.rank, b.rank) ? 1 : -1));
  const found: RankedCard[] = [];
  for (let seen = 0; seen < ranked.length && found.length < wanted;) {
    const { some, ids } = nextOffers(ranked.slice(seen));
    seen += some.length;
    const visible = await selectVisibleCards(knex, search, ids);
    const cards = new Map(visible.map(card => [`${card.offerId} ${card.number}`, card]));
    for (const { match, rank } of some) {
      const card = cards.get(`${match.offer_id} ${match.number}`);
      if (card) found.push({ ...card, next: { ...window, after: rank } });
    }
  }
  return found;
}

/** The matches of the next offers: a version that is ahead is found beside the one that serves. */
function nextOffers<T extends { match: Match }>(
  ranked: readonly T[],
): { some: T[]; ids: string[] } {
  const ids = new Set<string>();
  const end = ranked.findIndex(({ match }) => ids.add(match.offer_id).size > LOOKED_UP);
  const some = end < 0 ? [...ranked] : ranked.slice(0, end);
  return { some, ids: [...ids].slice(0, LOOKED_UP) };
}

function rankOf(search: CatalogueSearch, match: Match): Rank {
  return { relevance: relevanceOf(search.words ?? [], match), seq: match.seq };
}

function isBehind(a: Rank, b: Rank): boolean {
  return a.relevance === b.relevance ? a.seq < b.seq : a.relevance < b.relevance;
}
