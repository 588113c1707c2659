import { toldAsked } from './messages/toldAsked';
import type { toldFields } from './messages/toldFields';
import type { toldGates } from './messages/toldGates';
import type { toldOptions } from './messages/toldOptions';
import type { toldRefusals } from './messages/toldRefusals';
import type { toldStructure } from './messages/toldStructure';
import { toldReasons } from './messages/toldReasons';
import { figuresIn } from './figures';
import type { T } from './translation';

type Told = typeof toldReasons &
  typeof toldAsked &
  typeof toldGates &
  typeof toldFields &
  typeof toldOptions &
  typeof toldRefusals &
  typeof toldStructure;

/** A sentence of the rules as a shape: what stands, and places for what varies. */
interface Shape {
  key: keyof Told;
  pattern: RegExp;
  /** how many letters stand; the more do, the less can be meant by mistake */
  weight: number;
}

const PLACE = /\{\{(\w+)\}\}/g;

function shapeOf([key, message]: [keyof Told, string]): Shape {
  const escaped = message.replace(/[.*+?^$()|[\]\\/]/g, '\\$&');
  return {
    key,
    pattern: new RegExp(`^${escaped.replace(PLACE, '(?<$1>.+?)')}$`, 's'),
    weight: message.replace(PLACE, '').length,
  };
}

/** The sentences that are known, the heaviest first: what a part of the plugin may be told, it adds when it is loaded. */
const shapes: Shape[] = [];

/** Lets sentences be known by their words. */
export function knowTold(...messages: Partial<Told>[]): void {
  for (const part of messages) {
    shapes.push(...(Object.entries(part) as [keyof Told, string][]).map(shapeOf));
  }
  shapes.sort((one, other) => other.weight - one.weight);
}

knowTold(toldReasons, toldAsked);

/** The message that a sentence is, and what is put into it; undefined for a sentence that is no message. */
export function toldAs(
  sentence: string,
): { key: keyof Told; values: Record<string, string> } | undefined {
  for (const { key, pattern } of shapes) {
    const found = pattern.exec(sentence);
    if (found) return { key, values: { ...found.groups } };
  }
  return undefined;
}

/** What is put into a sentence may be sentences or titles of the rules itself. */
function putIn(t: T, value: string): string {
  const parts = value.split(', ').map(part => (toldAs(part) ? toldIn(t, part) : part));
  return figuresIn(t, toldAs(value) ? toldIn(t, value) : parts.join(', '));
}

/**
 * Sentences of the rules or of the server in the reader's language. They say them in English, to everybody and on
 * every surface; here each is known by its words. What is not known, such as what an organisation wrote itself, stays.
 *
 * @param said - as offers-common or the server says it
 */
export function toldIn(t: T, said: string): string {
  const told = toldAs(said);
  if (told) {
    const values = Object.entries(told.values).map(([name, value]) => [name, putIn(t, value)]);
    // Which places a message has is read from the message itself, where the compiler cannot follow.
    return (t as (key: string, values: object) => string)(told.key, Object.fromEntries(values));
  }
  const sentences = said.split(/(?<=\.) (?=\p{Lu})/u);
  return sentences.length > 1 ? sentences.map(each => toldIn(t, each)).join(' ') : said;
}
