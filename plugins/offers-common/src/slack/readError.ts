/**
 * The code in the words of a delivery, with what it says to do.
 *
 * @param words - what a delivery keeps as its error
 * @returns undefined where it is no error of Slack
 * @public
 */
export function readSlackError(words: string): { code: string; remedy: string } | undefined {
  const [, code, remedy] = /^([a-z][a-z0-9_]*): (\S[\s\S]*)$/.exec(words) ?? [];
  return code === undefined || remedy === undefined ? undefined : { code, remedy };
}
