import { Content, isBlocking, offerCompleteness } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Connection';
import { TextColumns, textColumns } from '../database/fullText';
import { managedText } from './managedText';

/** A draft as far as what is stored with it depends on it. */
interface Draft {
  name: string;
  owner?: string | undefined;
  content: Content;
}

/**
 * What is stored with a new draft and made of its content. Making it takes the processor and asks nothing of the
 * database, so it can be made while that is busy with others.
 */
export interface Prepared {
  /** the content of which it was made */
  content: Content;
  /** the content as JSON */
  written: string;
  /** by which managers find it */
  text: TextColumns;
  /** how many criteria the offer misses */
  missing: number;
  /** the categories that it could name then */
  categories: readonly string[];
}

/** How many criteria of completeness an offer misses. */
export function missingIn(
  categories: readonly string[],
  owner: string | undefined,
  content: Content,
): number {
  return offerCompleteness({ owner, content, categories }).filter(isBlocking).length;
}

/**
 * Makes what is stored with a draft.
 * @param connection - tells for which kind of database
 */
export function prepared(
  connection: Connection,
  { name, owner, content }: Draft,
  categories: readonly string[],
): Prepared {
  return {
    content,
    written: JSON.stringify(content),
    text: textColumns(connection, managedText({ name, owner }, content)),
    missing: missingIn(categories, owner, content),
    categories,
  };
}

const sameNames = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((name, index) => name === other[index]);

/** The same where it was made ahead, unless what it was made of is not what it is any more. */
export function preparedBefore(
  connection: Connection,
  draft: Draft & { ahead?: Prepared | undefined },
  categories: readonly string[],
): Prepared {
  const { ahead, content } = draft;
  const holds = ahead?.content === content && sameNames(ahead.categories, categories);
  return holds ? ahead : prepared(connection, draft, categories);
}
