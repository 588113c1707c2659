import {
  Content,
  fills,
  OfferTimeline,
  orderNeeds,
  servingFrom,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { offersBy } from '../offers/reading';
import { bundlesOf, livesOf } from '../timeline/reading';
import { PlanItems } from './items';
import { ReleaseDates, timelinesAfter } from './timelinesAfter';

/** A bundle that has an offer as a member. */
export interface Dependant {
  id: string;
  title: string;
}

/**
 * The bundles of which a published version that serves at an instant, or later, has an offer as a member: what
 * served before and does not come back needs it no more.
 */
export async function dependantsOf(
  connection: Connection,
  memberId: string,
  at: string,
): Promise<Dependant[]> {
  const ids = await bundlesWith(connection, memberId);
  const lives = await livesOf(connection, ids);
  const timelines = [...lives.values()].map(({ timeline }) => timeline);
  return needing(connection, timelines, memberId, at);
}

/** The same, once a plan is released: what it sees to does not depend on the member any more (rule 8). */
export async function dependantsAfter(
  connection: Connection,
  memberId: string,
  at: string,
  { items, dates }: { items: PlanItems; dates: ReleaseDates },
): Promise<Dependant[]> {
  const brought = items.offers.map(({ offer }) => offer.id);
  const ids = [...(await bundlesWith(connection, memberId)), ...brought];
  const timelines = await timelinesAfter(connection, ids, items, dates);
  return needing(connection, [...timelines.values()], memberId, at);
}

/** The bundles that would not tell an offer all that an order of it needs, once a plan brings it a content. */
export async function brokenBy(
  connection: Connection,
  { offerId, content }: { offerId: string; content: Content },
  at: string,
  { items, dates }: { items: PlanItems; dates: ReleaseDates },
): Promise<Dependant[]> {
  const needs = orderNeeds(content);
  const ids = await bundlesWith(connection, offerId);
  const timelines = await timelinesAfter(connection, ids, items, dates);
  return titled(
    connection,
    [...timelines.values()].filter(timeline =>
      servingFrom(timeline, at)
        .flatMap(({ members }) => members)
        .some(({ offerId: id, given }) => id === offerId && given && !fills(given, needs)),
    ),
  );
}

async function bundlesWith(connection: Connection, memberId: string): Promise<string[]> {
  const versions = await bundlesOf(connection, [memberId]);
  return [...new Set(versions.map(({ offerId }) => offerId))];
}

async function needing(
  connection: Connection,
  timelines: readonly OfferTimeline[],
  memberId: string,
  at: string,
): Promise<Dependant[]> {
  return titled(
    connection,
    timelines.filter(timeline => membersFrom(timeline, at).includes(memberId)),
  );
}

async function titled(
  connection: Connection,
  timelines: readonly OfferTimeline[],
): Promise<Dependant[]> {
  const offers = await offersBy(
    connection,
    timelines.map(({ offerId }) => offerId),
  );
  return offers
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The members that an offer has at an instant or later. */
export function membersFrom(timeline: OfferTimeline, at: string): string[] {
  return servingFrom(timeline, at).flatMap(({ members }) => members.map(({ offerId }) => offerId));
}
