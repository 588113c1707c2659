import { Explanation, Viewer } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { Answers, DEEPEST } from './Answers';
import { livesOf, OfferLife } from './reading';

/**
 * What `explain` answers of some offers for one viewer at one instant, with the members of bundles, and theirs,
 * explained by the same rule (rule 8).
 */
export async function explainAll(
  connection: Connection,
  lives: ReadonlyMap<string, OfferLife>,
  viewer: Viewer,
  at: string,
): Promise<Map<string, Explanation>> {
  const known = new Map(lives);
  await readMembers(connection, known);
  const answers = new Answers(known, viewer, at);
  return new Map([...lives.keys()].map(id => [id, answers.of(id)]));
}

/** What `explain` answers of one offer. */
export async function explainOne(
  connection: Connection,
  life: OfferLife,
  viewer: Viewer,
  at: string,
): Promise<Explanation> {
  const { offerId } = life.timeline;
  const answers = await explainAll(connection, new Map([[offerId, life]]), viewer, at);
  const answer = answers.get(offerId);
  if (!answer) throw new Error(`The offer ${offerId} was not explained`);
  return answer;
}

/** Reads the lives of all members, level by level. */
async function readMembers(connection: Connection, known: Map<string, OfferLife>): Promise<void> {
  for (let level = 0; level < DEEPEST; level += 1) {
    const missing = [...known.values()]
      .flatMap(({ timeline }) => timeline.versions.flatMap(({ members }) => members))
      .map(({ offerId }) => offerId)
      .filter(id => !known.has(id));
    if (missing.length === 0) return;
    (await livesOf(connection, missing)).forEach((life, id) => known.set(id, life));
  }
}
