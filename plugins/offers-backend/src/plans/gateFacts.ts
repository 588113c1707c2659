import {
  BundleFacts,
  Content,
  effectiveFrom,
  MemberFacts,
  PublicState,
  Termination,
  TerminationFacts,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { offersBy, publishedVersionsOf, StoredVersion, versionAt } from '../offers/reading';
import { publicStates } from '../timeline/states';
import { dependantsOf } from './dependants';
import { PlanItems } from './items';

/** What the gate and the impact of a plan look at beside what it brings. */
export interface PlanFacts {
  bundles: BundleFacts;
  terminations: TerminationFacts[];
}

/** How many bundles within bundles are followed: more than any sound bundle has. */
const DEEPEST = 20;

/** Reads what the gate of a plan looks at. */
export async function factsOf(
  connection: Connection,
  releaseAt: string,
  items: PlanItems,
): Promise<PlanFacts> {
  return {
    bundles: await bundleFacts(connection, releaseAt, items),
    terminations: await terminationFacts(connection, releaseAt, items),
  };
}

async function bundleFacts(
  connection: Connection,
  releaseAt: string,
  { offers, terminations }: PlanItems,
): Promise<BundleFacts> {
  const brought = new Map(offers.map(({ offer, draft }) => [offer.id, draft.content]));
  const graph = new Map<string, string[]>();
  const members = new Map<string, MemberFacts>();
  let wanted = [...brought.entries()].flatMap(([id, content]) => {
    const ids = membersIn([content]);
    if (ids.length > 0) graph.set(id, ids);
    return ids;
  });
  for (let depth = 0; wanted.length > 0 && depth < DEEPEST; depth += 1) {
    const ids = [...new Set(wanted)].filter(id => !members.has(id));
    const known = await offersBy(connection, ids);
    const versions = await publishedVersionsOf(connection, ids);
    const states = await publicStates(connection, ids, releaseAt);
    for (const { id, title } of known) {
      const own = versions.filter(({ offerId }) => offerId === id);
      const state = states.get(id)?.state;
      members.set(
        id,
        memberFacts({ title, content: brought.get(id), own, releaseAt, live: isLive(state) }),
      );
      const ended = terminations.some(each => each.offerId === id && each.endsAt <= releaseAt);
      if (ended) members.set(id, { title, content: undefined, live: false });
      if (!graph.has(id)) graph.set(id, membersIn(own.map(({ content }) => content)));
    }
    wanted = ids.flatMap(id => graph.get(id) ?? []);
  }
  return { members, graph };
}

function memberFacts({
  title,
  content,
  own,
  releaseAt,
  live,
}: {
  title: string;
  content: Content | undefined;
  own: readonly StoredVersion[];
  releaseAt: string;
  live: boolean;
}): MemberFacts {
  if (content) return { title: content.information.title, content, live: true };
  const serving = versionAt(own, releaseAt);
  return {
    title: serving?.content.information.title ?? title,
    content: serving?.content,
    live,
  };
}

async function terminationFacts(
  connection: Connection,
  releaseAt: string,
  { offers, terminations }: PlanItems,
): Promise<TerminationFacts[]> {
  const ids = terminations.flatMap(({ offerId, replacedBy }) => [
    offerId,
    ...(replacedBy ? [replacedBy] : []),
  ]);
  const known = await offersBy(connection, ids);
  const versions = await publishedVersionsOf(connection, ids);
  const facts: TerminationFacts[] = [];
  for (const termination of terminations) {
    const { offerId, replacedBy, endsAt } = termination;
    const own = versions.filter(version => version.offerId === offerId);
    const comes = offers.some(
      ({ offer, draft }) =>
        offer.id === replacedBy && effectiveFrom(draft.content, releaseAt, '') <= endsAt,
    );
    const goes = terminations.some(each => each.offerId === replacedBy && each.endsAt <= endsAt);
    const states = replacedBy ? await publicStates(connection, [replacedBy], endsAt) : new Map();
    facts.push({
      termination,
      title: known.find(({ id }) => id === offerId)?.title ?? offerId,
      noticeDays: versionAt(own, releaseAt)?.content.terms.noticePeriodDays,
      replacementLive:
        replacedBy === undefined
          ? undefined
          : !goes && (comes || isLive(states.get(replacedBy)?.state)),
      dependants: await uncovered(connection, termination, { offers, terminations }),
    });
  }
  return facts;
}

/** Whether an offer in a public state is there for consumers, be it held or suspended for the time being. */
function isLive(state: PublicState | undefined): boolean {
  return state !== undefined && !['draft', 'scheduled', 'ended'].includes(state);
}

/** The bundles that would lose a member and that the plan does not see to (rule 8). */
async function uncovered(
  connection: Connection,
  { offerId, endsAt }: Termination,
  { offers, terminations }: Pick<PlanItems, 'offers' | 'terminations'>,
): Promise<string[]> {
  const bundles = await dependantsOf(connection, offerId, endsAt);
  return bundles
    .filter(({ id }) => {
      const ends = terminations.some(each => each.offerId === id && each.endsAt <= endsAt);
      const next = offers.find(({ offer }) => offer.id === id)?.draft.content;
      return !ends && (next === undefined || membersIn([next]).includes(offerId));
    })
    .map(({ title }) => title);
}

function membersIn(contents: readonly Content[]): string[] {
  return contents.flatMap(({ bundle }) => bundle?.steps.map(({ offerId }) => offerId) ?? []);
}
