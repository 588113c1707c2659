import {
  explain,
  Explanation,
  MemberAnswer,
  Viewer,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { livesOf, OfferLife } from './reading';

/** How deep bundles may lie in bundles; what lies deeper cannot be ordered. Cycles are refused at release (rule 8). */
const DEEPEST = 5;

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
  const answers = new Map<string, Explanation>();
  for (const id of lives.keys()) answers.set(id, answerOf(known, id, viewer, at, 0));
  return answers;
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

function answerOf(
  known: ReadonlyMap<string, OfferLife>,
  id: string,
  viewer: Viewer,
  at: string,
  depth: number,
): Explanation {
  const life = known.get(id);
  if (!life) throw new Error(`The life of the offer ${id} was not read`);
  const ids = [
    ...new Set(
      life.timeline.versions.flatMap(({ members }) => members.map(({ offerId }) => offerId)),
    ),
  ];
  const members = ids.map(member => memberAnswer(known, member, viewer, at, depth + 1));
  return explain(life.timeline, viewer, at, members);
}

function memberAnswer(
  known: ReadonlyMap<string, OfferLife>,
  id: string,
  viewer: Viewer,
  at: string,
  depth: number,
): MemberAnswer {
  const life = known.get(id);
  if (!life || depth > DEEPEST) return { offerId: id, orderable: false };
  const { orderable, visible, version } = answerOf(known, id, viewer, at, depth);
  const title = life.versions.find(({ number }) => number === version)?.content.information.title;
  return { offerId: id, orderable: orderable.answer, title: visible.answer ? title : undefined };
}
