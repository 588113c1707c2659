import { readInstant } from '../words/dates';

/** An instant in the reader's zone, or in another. */
export const When = ({ at, zone }: { at: string; zone?: string }) => (
  <time dateTime={at}>{readInstant(at, zone)}</time>
);
