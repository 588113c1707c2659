import { Knex } from 'knex';

/**
 * Lets a process kill itself just before a statement goes to the database, begin and commit among them: between each
 * two of them, and so between each two awaits that change something, there is a number.
 *
 * @returns what says at which statement from then on, never without one; and tells how many there were since the last time
 */
export function dieAtStatement(knex: Knex): (statement: number | undefined) => number {
  let at: number | undefined;
  let seen = 0;
  // Of the class, which the clients of transactions share; below the events of knex, which tell of no begin and commit.
  const client = knex.client.constructor.prototype;
  const { _query: query } = client;
  client._query = function dying(this: unknown, ...given: unknown[]) {
    seen += 1;
    if (seen === at) process.kill(process.pid, 'SIGKILL');
    return query.apply(this, given);
  };
  return statement => {
    const before = seen;
    at = statement;
    seen = 0;
    return before;
  };
}
