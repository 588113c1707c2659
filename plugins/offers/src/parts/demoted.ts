/** A heading of Markdown: its marks, and what follows. */
const HEADING = /^( {0,3})(#{1,6})(?=\s)/;

/** The deepest heading that there is. */
const DEEPEST = 6;

/**
 * Markdown whose headings stand below the one of the part of the page that shows it, so that the headings of
 * the page make an outline. What looks like a heading within code is left alone.
 *
 * @param below - the level of the heading above the text
 */
export function demoted(markdown: string, below: number): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(line => {
      const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
      if (mark && (fence === undefined || fence === mark)) fence = fence ? undefined : mark;
      if (fence) return line;
      return line.replace(
        HEADING,
        (_, indent: string, marks: string) =>
          `${indent}${'#'.repeat(Math.min(DEEPEST, marks.length + below))}`,
      );
    })
    .join('\n');
}
