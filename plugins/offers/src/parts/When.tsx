import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';

/** An instant in the reader's zone, or in another. */
export const When = ({ at, zone }: { at: string; zone?: string }) => (
  <time dateTime={at}>{instantIn(useT(), at, zone)}</time>
);
