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
  /** whether it is asked for part by part; what is not takes less room */
  inParts?: boolean;
}

/** What is looked for. */
export interface TextSearch {
  /** of each list, the text has to be kept under one key */
  keys: readonly (readonly string[])[];
  /** folded words; the text has to hold one that begins with each */
  words: readonly string[];
  part?: TextPart | undefined;
}

/**
 * Where all the words are: as they stand in the title; else as they stand, or as beginnings of words, in the title; else in
 * title and labels; else anywhere in the text.
 */
export type TextPart = 'whole' | 'titles' | 'labels' | 'rest';

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
  if (isSqlite(connection)) return { ...columns, fingerprint: fingerprintOf(columns) };
  const { inParts = false } = text;
  const words = vectorOf(columns, inParts);
  const fingerprint = fingerprintOf(inParts ? { ...columns, inParts } : columns);
  // PostgreSQL needs the words alone: the text of the body would only be stored twice.
  return { ...columns, keys: '', body: '', words, fingerprint };
}

function fingerprintOf(columns: object): string {
  return hash('sha256', JSON.stringify(columns));
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
  const query = knex('offer_search as t');
  for (const condition of tsqueries(search)) query.whereRaw('t.words @@ ?::tsquery', [condition]);
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
  const begun = words.map(word => (isPrefix(word) ? `"${word}" *` : `"${word}"`)).join(' AND ');
  const whole = `{title} : (${words.map(word => `"${word}"`).join(' AND ')})`;
  const inTitle = `{title} : (${begun})`;
  const inNames = `{title labels} : (${begun})`;
  const anywhere = `{title labels summary body} : (${begun})`;
  const under = (held: string) => [...kept, held].join(' AND ');
  switch (part) {
    case 'whole':
      return under(whole);
    case 'titles':
      return `(${under(inTitle)}) NOT ${whole}`;
    case 'labels':
      return `(${under(inNames)}) NOT ${inTitle}`;
    case 'rest':
      return `(${under(anywhere)}) NOT ${inNames}`;
    default:
      return under(anywhere);
  }
}

/** Stand before words of a title, and of title and labels: the index of words knows nothing of where a word stands. */
const IN_TITLE = '=';
const IN_NAMES = '~';

/**
 * The language of PostgreSQL: all of these hold of a text. One for each word and each list of keys, since the index then leaps
 * from one to the next match of the rarest; of one condition for all it looks at everything that is kept under any of the keys.
 */
function tsqueries({ keys, words, part }: TextSearch): string[] {
  const kept = keys.map(list => list.map(key => `'@${keyWord(key)}'`).join(' | '));
  const whole = words.map(word => `'${IN_TITLE}${word}'`);
  const begun = (mark: string) =>
    words.map(word => `'${mark}${word}'${isPrefix(word) ? ':*' : ''}`);
  // The index finds nothing by what is not there alone, so it stands beside the first word.
  const without = ([first, ...held]: string[], barred: string[]) => [
    `${first} & !(${barred.join(' & ')})`,
    ...held,
  ];
  switch (part) {
    case 'whole':
      return [...whole, ...kept];
    case 'titles':
      return [...without(begun(IN_TITLE), whole), ...kept];
    case 'labels':
      return [...without(begun(IN_NAMES), begun(IN_TITLE)), ...kept];
    case 'rest':
      return [...without(begun(''), begun(IN_NAMES)), ...kept];
    default:
      return [...begun(''), ...kept];
  }
}

/** One letter alone would begin half of all words: it has to be the whole word. */
export function isPrefix(word: string): boolean {
  return word.length > 1;
}

/**
 * The vector in its own notation, so that PostgreSQL's parser does not split words in its own way. The weights (A is the title,
 * B the labels, C the summary, D the body) are what the release before looks for.
 */
function vectorOf(
  columns: Record<'keys' | 'title' | 'labels' | 'summary' | 'body', string>,
  inParts: boolean,
): string {
  const wordsOf = (...parts: string[]) => [...new Set(parts.join(' ').split(' ').filter(Boolean))];
  const weighed = (text: string, weight: string) =>
    wordsOf(text).map(word => `'${word}':${'ABCD'.indexOf(weight) + 1}${weight}`);
  const { keys, title, labels, summary, body } = columns;
  const marked = (mark: string, ...parts: string[]) =>
    inParts ? wordsOf(...parts).map(word => `'${mark}${word}'`) : [];
  return [
    ...wordsOf(keys).map(key => `'@${key}'`),
    ...marked(IN_TITLE, title),
    ...marked(IN_NAMES, title, labels),
    ...weighed(title, 'A'),
    ...weighed(labels, 'B'),
    ...weighed(summary, 'C'),
    ...weighed(body, 'D'),
  ].join(' ');
}
