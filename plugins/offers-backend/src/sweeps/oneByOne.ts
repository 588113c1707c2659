import { Context } from '../context';
import { isUnavailable } from '../database/failures';

/**
 * Does what is due, one after the other. What fails is logged, is still due for the next run, and holds up nothing that
 * comes behind it.
 *
 * @param what - what one of them is called in the log
 * @param work - does one; says whether it was this replica that did it
 * @returns how many this replica did
 * @throws what the database throws when it cannot answer: the others would fail as well
 */
export async function oneByOne<Due>(
  { logger }: Pick<Context, 'logger'>,
  what: string,
  due: readonly Due[],
  work: (due: Due) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  for (const each of due) {
    try {
      if (await work(each)) count += 1;
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.error(`${what} failed and is tried again: ${error}`);
    }
  }
  return count;
}
