import { Connection } from '../database/Database';
import { matchingTexts, TextPart } from '../database/fullText';
import { RankedText, relevanceOf } from './relevance';
import { CatalogueSearch } from './search';
import { selectVisible } from './store';
import { keysOf } from './visible';

/**
 * How many of the matches are ranked at a time. First those whose title holds all the words, the newest first; then those
 * that hold them in title and tags, and in summary or description last. Each so many are ranked among themselves,
 * so a search for a word that half the catalogue holds costs no more than any other, and still comes to its last
 * offer.
 */
export const WINDOW = 250;

/**
 * For how many matches it is looked up at a time whether they are visible: some more than a page holds, since a version
 * that is ahead is found beside the one that serves.
 */
const LOOKED_UP = 32;

/** Where all the words are; cursors give these their numbers. */
const PARTS: readonly TextPart[] = ['titles', 'labels', 'rest'];

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
export interface RankedKey {
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

/** A page in the order of relevance, as far as there are so many; each key says where to go on after it. */
export async function selectRanked(
  knex: Connection,
  search: CatalogueSearch,
  start: RankedStart,
  limit: number,
): Promise<RankedKey[]> {
  const found: RankedKey[] = [];
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
  return matchingTexts(
    knex,
    { keys: keysOf(search), words: search.words ?? [], part: PARTS[part] ?? 'rest' },
    { before: before || undefined, limit: WINDOW },
  ).select('t.seq', 't.offer_id', 't.number', 't.title', 't.labels', 't.summary');
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
): Promise<RankedKey[]> {
  // What is published meanwhile comes before the window, and does not move it.
  const window = { part, before: before || (matches[0]?.seq ?? 0) + 1 };
  const ranked = matches
    .map(match => ({ match, rank: rankOf(search, match) }))
    .filter(({ rank }) => !after || isBehind(rank, after))
    .sort((a, b) => (isBehind(a.rank, b.rank) ? 1 : -1));
  const found: RankedKey[] = [];
  for (let start = 0; start < ranked.length && found.length < wanted; start += LOOKED_UP) {
    const some = ranked.slice(start, start + LOOKED_UP);
    const ids = some.map(({ match }) => match.offer_id);
    const visible = await selectVisible(knex, search, ids);
    const states = new Map(visible.map(key => [`${key.offerId} ${key.number}`, key.state]));
    for (const { match, rank } of some) {
      const { offer_id: offerId, number } = match;
      const state = states.get(`${offerId} ${number}`);
      if (state !== undefined) {
        found.push({ offerId, number, state, next: { ...window, after: rank } });
      }
    }
  }
  return found;
}

function rankOf(search: CatalogueSearch, match: Match): Rank {
  return { relevance: relevanceOf(search.words ?? [], match), seq: match.seq };
}

function isBehind(a: Rank, b: Rank): boolean {
  return a.relevance === b.relevance ? a.seq < b.seq : a.relevance < b.relevance;
}
