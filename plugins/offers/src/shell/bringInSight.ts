/**
 * Moves a row that can be scrolled so that one of its parts stands in its middle, as far as the row reaches.
 *
 * @param row - what is scrolled
 * @param part - what is to be seen, somewhere within it
 */
export function bringInSight(row: HTMLElement, part: HTMLElement): void {
  const [whole, seen] = [row.getBoundingClientRect(), part.getBoundingClientRect()];
  row.scrollLeft += seen.left + seen.width / 2 - (whole.left + whole.width / 2);
}
