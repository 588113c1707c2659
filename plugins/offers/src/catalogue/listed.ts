import type { FacetValue } from './FacetChoice';

/** So many values are listed at once: more cannot be read, take long to draw, and typing narrows them. */
const MOST_LISTED = 50;

/**
 * What is listed of the values of a filter.
 *
 * @param typed - what their names hold
 * @param chosen - the id of one that is listed wherever it stands among them
 * @returns the first of those that fit, and how many more there are
 */
export function listedOf(
  values: readonly FacetValue[],
  typed: string,
  chosen: string | undefined,
): { listed: readonly FacetValue[]; more: number } {
  const wanted = typed.trim().toLowerCase();
  const fitting = values.filter(
    ({ id, label }) => id === chosen || label.toLowerCase().includes(wanted),
  );
  const listed = fitting.filter(({ id }, index) => index < MOST_LISTED || id === chosen);
  return { listed, more: fitting.length - listed.length };
}
