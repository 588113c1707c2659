import {
  BundleFacts,
  Content,
  MemberFacts,
  OfferTimeline,
  publicStateAt,
  PublicState,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { offersBy, publishedVersionsOf, StoredVersion, versionAt } from '../offers/reading';
import { membersFrom } from './dependants';
import { PlanItems } from './items';
import { dueAt, ReleaseDates, timelinesAfter } from './timelinesAfter';

/** How many bundles within bundles are followed: more than any sound bundle has. */
const DEEPEST = 20;

/**
 * What is known of the members of the bundles that a plan brings, of those that they have until then, and of theirs,
 * once it is released (rule 8).
 */
export async function bundleFacts(
  connection: Connection,
  items: PlanItems,
  dates: ReleaseDates,
): Promise<BundleFacts> {
  const at = dueAt(dates);
  const brought = new Map(items.offers.map(({ offer, draft }) => [offer.id, draft.content]));
  const graph = new Map<string, string[]>();
  const members = new Map<string, MemberFacts>();
  let wanted = items.offers.flatMap(({ offer, draft, serving }) => {
    const ids = memberIds(draft.content);
    if (ids.length > 0) graph.set(offer.id, ids);
    return [...ids, ...(serving ? memberIds(serving.content) : [])];
  });
  for (let depth = 0; wanted.length > 0 && depth < DEEPEST; depth += 1) {
    const ids = [...new Set(wanted)].filter(id => !members.has(id));
    const versions = await publishedVersionsOf(connection, ids);
    const timelines = await timelinesAfter(connection, ids, items, dates);
    for (const { id, title } of await offersBy(connection, ids)) {
      const own = versions.filter(({ offerId }) => offerId === id);
      const timeline = timelines.get(id);
      const content = brought.get(id);
      members.set(id, memberFacts({ title, content, own, timeline, at }));
      if (!graph.has(id)) graph.set(id, timeline ? membersFrom(timeline, at) : []);
    }
    wanted = ids.flatMap(id => graph.get(id) ?? []);
  }
  return { members, graph };
}

function memberIds({ bundle }: Content): string[] {
  return bundle?.steps.map(({ offerId }) => offerId) ?? [];
}

interface Known {
  title: string;
  /** what the plan brings of it */
  content: Content | undefined;
  own: readonly StoredVersion[];
  timeline: OfferTimeline | undefined;
  at: string;
}

function memberFacts({ title, content, own, timeline, at }: Known): MemberFacts {
  if (content) return { title: content.information.title, content, live: true };
  const serving = versionAt(own, at)?.content;
  const live = timeline !== undefined && isLive(publicStateAt(timeline, at));
  return { title: serving?.information.title ?? title, content: serving, live };
}

/** Whether an offer in a public state is there for consumers, be it held or suspended for the time being. */
export function isLive(state: PublicState | undefined): boolean {
  return state !== undefined && !['draft', 'scheduled', 'ended'].includes(state);
}
