import { cycleThrough, MemberGraph } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { lockDrafts } from '../offers/reading';
import { movedBy } from '../structure/moved';
import { livesOf } from '../timeline/reading';
import { membersFrom } from './dependants';
import { PlanItems } from './items';

/** The members of some offers, and theirs, by what serves at an instant or later. */
async function memberGraph(
  connection: Connection,
  offerIds: readonly string[],
  at: string,
): Promise<Map<string, string[]>> {
  const graph = new Map<string, string[]>();
  let wanted = [...new Set(offerIds)];
  while (wanted.length > 0) {
    for (const [id, { timeline }] of await livesOf(connection, wanted)) {
      graph.set(id, membersFrom(timeline, at));
    }
    wanted = [...new Set([...graph.values()].flat())].filter(id => !graph.has(id));
  }
  return graph;
}

/**
 * Locks what a plan brings and ends, what moves, and what the soundness of bundles is judged by, before it is judged: a
 * bundle with all that it would hold. Otherwise a bundle and the end of its member, or two halves of a circle, could be
 * released at once (rule 8).
 */
export async function lockMembers(
  tx: Knex.Transaction,
  { offers, terminations, changes }: PlanItems,
  at: string,
): Promise<void> {
  const bundles = offers.flatMap(({ offer, draft }) => {
    const { bundle } = draft.content;
    return bundle ? [offer.id, ...bundle.steps.map(({ offerId }) => offerId)] : [];
  });
  const held = await memberGraph(tx, bundles, at);
  const brought = offers.map(({ offer }) => offer.id);
  const ending = terminations.map(({ offerId }) => offerId);
  await lockDrafts(tx, [...new Set([...brought, ...held.keys(), ...ending, ...movedBy(changes)])]);
}

/** Whether an offer would be among its own members' members if it had some, from an instant on (rule 8). */
export async function wouldHoldItself(
  tx: Knex.Transaction,
  offerId: string,
  members: readonly string[],
  at: string,
): Promise<boolean> {
  if (members.length === 0) return false;
  const held = await memberGraph(tx, members, at);
  await lockDrafts(tx, [...held.keys()]);
  const graph: MemberGraph = new Map([
    ...(await memberGraph(tx, members, at)),
    [offerId, [...members]],
  ]);
  return cycleThrough(offerId, graph) !== undefined;
}
