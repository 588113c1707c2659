import { hash } from 'node:crypto';
import { Knex } from 'knex';
import { Connection, isSqlite } from './Database';

/** What is found of a text: words, folded. Each part has its weight. */
export interface SearchText {
  /** what the text is kept under: who may find it, and by which filters */
  keys: readonly string[];
  title: string;
  labels: string;
  summary: string;
  body: string;
}

/** What is looked for. */
export interface TextSearch {
  /** of each list, the text has to be kept under one key */
  keys: readonly (readonly string[])[];
  /** folded words; the text has to hold one that begins with each */
  words: readonly string[];
  part?: TextPart | undefined;
}

/** Where all the words are: in the title; else in title and labels; else anywhere in the text. */
export type TextPart = 'titles' | 'labels' | 'rest';

/** Longer words are cut: an index does not hold them well, and nobody looks for their end. */
const WORD_LENGTH = 60;

/** How many words of a search count. */
const MOST_WORDS = 8;

/** The words of a text without case, accents and punctuation: the same on every database. */
export function foldedWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map(cut);
}

/** A word up to its longest length in characters; few are that long. */
function cut(word: string): string {
  return word.length > WORD_LENGTH ? Array.from(word).slice(0, WORD_LENGTH).join('') : word;
}

/** The words of a search; of one that says nothing, none. */
export function searchWords(q: string): string[] {
  return [...new Set(foldedWords(q))].slice(0, MOST_WORDS);
}

/** A key as a word that no text holds. */
const keyWord = (key: string) => `k${hash('sha256', key).slice(0, 15)}`;

/** The columns of a row of `offer_search`. */
export type TextColumns = ReturnType<typeof textColumns>;

/** A text as a row of `offer_search` holds it, with a fingerprint that tells whether anything of it changed. */
export function textColumns(connection: Connection, text: SearchText) {
  const fold = (part: string) => foldedWords(part).join(' ');
  const columns = {
    keys: text.keys.map(keyWord).join(' '),
    title: fold(text.title),
    labels: fold(text.labels),
    summary: fold(text.summary),
    body: fold(text.body),
  };
  const fingerprint = hash('sha256', JSON.stringify(columns));
  if (isSqlite(connection)) return { ...columns, fingerprint };
  // PostgreSQL needs the words alone: the text of the body would only be stored twice.
  return { ...columns, keys: '', body: '', words: vectorOf(columns), fingerprint };
}

/**
 * The texts that match, as a query of the rows of `offer_search` under the alias `t`. Of those who see little,
 * few texts are looked at: who may find a text stands in the same index as its words.
 *
 * @param window - the newest so many, before a text that was seen
 */
export function matchingTexts(
  knex: Connection,
  search: TextSearch,
  window?: { before: number | undefined; limit: number },
): Knex.QueryBuilder {
  // What holds neither a letter nor a digit finds nothing.
  if (search.words.length === 0) return knex('offer_search as t').whereRaw('1 = 0');
  if (isSqlite(knex)) return matchingOnSqlite(knex, search, window);
  const query = knex('offer_search as t').whereRaw('t.words @@ ?::tsquery', [tsquery(search)]);
  if (!window) return query;
  if (window.before !== undefined) query.where('t.seq', '<', window.before);
  return query.orderBy('t.seq', 'desc').limit(window.limit);
}

function matchingOnSqlite(
  knex: Connection,
  search: TextSearch,
  window?: { before: number | undefined; limit: number },
): Knex.QueryBuilder {
  const found = knex('offer_fts')
    .select({ found: 'rowid' })
    .whereRaw('offer_fts match ?', [ftsQuery(search)]);
  if (window) {
    if (window.before !== undefined) found.where('rowid', '<', window.before);
    found.orderBy('rowid', 'desc').limit(window.limit);
  }
  return knex(found.as('w')).joinRaw('cross join offer_search as t').whereRaw('t.seq = w.found');
}

/** The language of FTS5; every word is folded, so none can hold a quote. */
function ftsQuery({ keys, words, part }: TextSearch): string {
  const kept = keys.map(list => `keys : (${list.map(key => `"${keyWord(key)}"`).join(' OR ')})`);
  const all = words.map(word => (isPrefix(word) ? `"${word}" *` : `"${word}"`)).join(' AND ');
  const inTitle = `{title} : (${all})`;
  const inNames = `{title labels} : (${all})`;
  const anywhere = `{title labels summary body} : (${all})`;
  const under = (held: string) => [...kept, held].join(' AND ');
  switch (part) {
    case 'titles':
      return under(inTitle);
    case 'labels':
      return `(${under(inNames)}) NOT ${inTitle}`;
    case 'rest':
      return `(${under(anywhere)}) NOT ${inNames}`;
    default:
      return under(anywhere);
  }
}

/** The language of PostgreSQL; A is the title, B the labels, C the summary, D the body. */
function tsquery({ keys, words, part }: TextSearch): string {
  const kept = keys.map(list => `(${list.map(key => `'@${keyWord(key)}'`).join(' | ')})`);
  const all = (weights: string) =>
    words
      .map(
        word =>
          `'${word}'${isPrefix(word) || weights ? ':' : ''}${isPrefix(word) ? '*' : ''}${weights}`,
      )
      .join(' & ');
  const under = (held: string) => [...kept, held].join(' & ');
  switch (part) {
    case 'titles':
      return under(all('A'));
    case 'labels':
      return under(`${all('AB')} & !(${all('A')})`);
    case 'rest':
      return under(`${all('')} & !(${all('AB')})`);
    default:
      return under(all(''));
  }
}

/** One letter alone would begin half of all words: it has to be the whole word. */
export function isPrefix(word: string): boolean {
  return word.length > 1;
}

/** The vector in its own notation, so that PostgreSQL's parser does not split words in its own way. */
function vectorOf(
  columns: Record<'keys' | 'title' | 'labels' | 'summary' | 'body', string>,
): string {
  const weighed = (text: string, weight: string) => {
    const words = new Set(text.split(' ').filter(Boolean));
    return [...words].map(word => `'${word}':${'ABCD'.indexOf(weight) + 1}${weight}`);
  };
  const keys = columns.keys.split(' ').filter(Boolean);
  return [
    ...keys.map(key => `'@${key}'`),
    ...weighed(columns.title, 'A'),
    ...weighed(columns.labels, 'B'),
    ...weighed(columns.summary, 'C'),
    ...weighed(columns.body, 'D'),
  ].join(' ');
}
