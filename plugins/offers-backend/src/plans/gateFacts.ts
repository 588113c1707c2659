import {
  BundleFacts,
  publicStateAt,
  replacementNeededAt,
  Termination,
  TerminationFacts,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { offersBy, publishedVersionsOf, versionAt } from '../offers/reading';
import { bundleFacts, isLive } from './bundleFacts';
import { dependantsAfter } from './dependants';
import { PlanItems } from './items';
import { dueAt, ReleaseDates, timelinesAfter } from './timelinesAfter';

/** What the gate and the impact of a plan look at beside what it brings. */
export interface PlanFacts {
  bundles: BundleFacts;
  terminations: TerminationFacts[];
}

/** Reads what the gate of a plan looks at, as it would be if the plan were released: never before now. */
export async function factsOf(
  connection: Connection,
  dates: ReleaseDates,
  items: PlanItems,
): Promise<PlanFacts> {
  return {
    bundles: await bundleFacts(connection, items, dates),
    terminations: await terminationFacts(connection, items, dates),
  };
}

async function terminationFacts(
  connection: Connection,
  items: PlanItems,
  dates: ReleaseDates,
): Promise<TerminationFacts[]> {
  const { terminations } = items;
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
    const dependants = await dependantsAfter(connection, offerId, endsAt, { items, dates });
    facts.push({
      termination,
      title: known.find(({ id }) => id === offerId)?.title ?? offerId,
      noticeDays: versionAt(own, dueAt(dates))?.content.terms.noticePeriodDays,
      replacementLive: replacedBy
        ? await isOfferedWhenNeeded(connection, replacedBy, termination, { items, dates })
        : undefined,
      dependants: dependants.map(({ title }) => title),
    });
  }
  return facts;
}

/** Whether a replacement is offered at each instant at which it is needed, once the plan is released. */
async function isOfferedWhenNeeded(
  connection: Connection,
  replacement: string,
  termination: Termination,
  { items, dates }: { items: PlanItems; dates: ReleaseDates },
): Promise<boolean> {
  const timelines = await timelinesAfter(connection, [replacement], items, dates);
  const timeline = timelines.get(replacement);
  return replacementNeededAt(termination, dueAt(dates)).every(
    at => timeline !== undefined && isLive(publicStateAt(timeline, at)),
  );
}
