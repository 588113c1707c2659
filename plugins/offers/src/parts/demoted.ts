/** A heading of Markdown: its marks, and what follows. */
const HEADING = /^( {0,3})(#{1,6})(?=\s)/;

/** The deepest heading that there is. */
const DEEPEST = 6;

/** The lines of a text, each with whether it stands in a block of code. */
function linesOf(markdown: string): { line: string; isCode: boolean }[] {
  let fence: string | undefined;
  return markdown.split('\n').map(line => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark && (fence === undefined || fence === mark)) fence = fence ? undefined : mark;
    return { line, isCode: fence !== undefined };
  });
}

/**
 * Markdown whose highest heading stands just below the one of the part of the page that shows it, so that the
 * headings of the page make an outline. What looks like a heading within code is left alone.
 *
 * @param below - the level of the heading above the text
 */
export function demoted(markdown: string, below: number): string {
  const lines = linesOf(markdown);
  const levels = lines.flatMap(({ line, isCode }) =>
    isCode ? [] : (HEADING.exec(line)?.[2]?.length ?? []),
  );
  const shift = below + 1 - Math.min(...levels);
  return lines
    .map(({ line, isCode }) =>
      isCode
        ? line
        : line.replace(
            HEADING,
            (_, indent: string, marks: string) =>
              `${indent}${'#'.repeat(Math.min(DEEPEST, marks.length + shift))}`,
          ),
    )
    .join('\n');
}
