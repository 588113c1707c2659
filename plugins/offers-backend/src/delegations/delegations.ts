import { Decider, Delegation, isInForce } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { holdDelegations, selectHeld, selectUnended } from './store';

/**
 * Whom a person stands in for at an instant, with their groups. The software catalogue is asked, so outside
 * transactions; who stands in for nobody costs one look into an index. Chains are not followed: what
 * somebody was given to decide they cannot give away.
 */
export async function whomFor(
  ctx: Pick<Context, 'db' | 'directory'>,
  person: string,
  at: string,
): Promise<Decider[]> {
  const held = await selectHeld(ctx.db.knex, person, at);
  const found: Decider[] = [];
  for (const ref of new Set(held.map(({ delegator }) => delegator))) {
    const principals = await ctx.directory.principalsOf(ref);
    if (principals) found.push({ ref, principals });
  }
  return found;
}

/** Those of whom a person was found to stand in for that they still do: it may have been revoked since. */
export async function standingInNow(
  tx: Connection,
  person: string,
  standsInFor: readonly Decider[],
  at: string,
): Promise<Decider[]> {
  if (standsInFor.length === 0) return [];
  const held = await selectHeld(tx, person, at);
  return standsInFor.filter(({ ref }) => held.some(({ delegator }) => delegator === ref));
}

/** Who stands in for some people, now or later, soonest first. */
async function standInsFor(
  connection: Connection,
  people: readonly string[],
  at: string,
): Promise<Delegation[]> {
  const unended = await selectUnended(connection, at);
  return unended.filter(({ delegator }) => people.includes(delegator));
}

/**
 * Who stands in for some people whom a plan asks, now or later, soonest first. A delegation that is being made meanwhile waits,
 * and finds the plan.
 */
export async function standInsToAsk(
  tx: Connection,
  people: readonly string[],
  at: string,
): Promise<Delegation[]> {
  await holdDelegations(tx);
  return standInsFor(tx, people, at);
}

/** Who stands in for some people at an instant. */
export async function standInsNow(
  connection: Connection,
  people: readonly string[],
  at: string,
): Promise<Delegation[]> {
  return (await standInsFor(connection, people, at)).filter(each => isInForce(each, at));
}
