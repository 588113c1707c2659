import { createHash } from 'node:crypto';

/**
 * What no text keeps: control characters, halves of surrogate pairs, and marks that reorder text.
 * PostgreSQL refuses the first, and the last make a name read as another.
 */
const UNWANTED = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** One line of clean text: unwanted characters out, white space joined. */
export function line(text: string): string {
  return text.replace(/\s/g, ' ').replace(UNWANTED, '').replace(/ +/g, ' ').trim();
}

/** Text of at most `most` UTF-16 units, cut between code points; what is cut ends in an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Paragraphs of plain text as Markdown that shows them as they are: no link, image, heading or HTML comes of them. */
export function asMarkdown(text: string): string {
  return text
    .split(/(?:\r?\n|\r)\s*(?:\r?\n|\r)/)
    .map(paragraph => escaped(line(paragraph)))
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
}

function escaped(paragraph: string): string {
  return paragraph
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#|\w+;)/g, '\\&')
    .replace(/^[-+>#=|]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Lower-case words and hyphens; empty when the text has no Latin letter or digit. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A short word that stands for an id: the same for the same id. */
export function shortHash(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}
