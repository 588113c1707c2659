import {
  Ending,
  RingEvent,
  Segment,
  SubscriptionMove,
  Suspension,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { readBy, Reading } from '../database/Reading';

/** A termination as it is stored. */
export interface StoredEnding extends Ending {
  id: string;
  offerId: string;
  planId: string | undefined;
  noReplacement: string | undefined;
  subscriptions: SubscriptionMove;
  reason: string;
  recordedAt: string;
  recordedBy: string;
}

/** A suspension as it is stored. */
export interface StoredSuspension extends Suspension {
  id: string;
  offerId: string;
  reason: string;
  startedBy: string;
  endedBy: string | undefined;
  endReason: string | undefined;
  reviewedAt: string | undefined;
  reviewedBy: string | undefined;
  review: string | undefined;
}

/** What a person did with a ring, as it is stored. */
export interface StoredRingEvent extends RingEvent {
  offerId: string;
  actor: string;
  reason: string;
}

interface EndingRow {
  id: string;
  offer_id: string;
  plan_id: string | null;
  notice_at: string;
  ends_at: string;
  replaced_by: string | null;
  no_replacement: string | null;
  subscriptions: string;
  reason: string;
  recorded_at: string;
  recorded_by: string;
}

interface SuspensionRow {
  id: string;
  offer_id: string;
  kind: string;
  reason: string;
  starts_at: string;
  started_by: string;
  ends_at: string | null;
  ended_by: string | null;
  end_reason: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
  review: string | null;
}

interface RingEventRow {
  seq: number;
  offer_id: string;
  number: number;
  kind: string;
  at: string;
  actor: string;
  reason: string;
}

/** Adds a termination. */
export async function insertEnding(tx: Connection, ending: StoredEnding): Promise<void> {
  await tx<EndingRow>('endings').insert({
    id: ending.id,
    offer_id: ending.offerId,
    plan_id: ending.planId ?? null,
    notice_at: ending.noticeAt,
    ends_at: ending.endsAt,
    replaced_by: ending.replacedBy ?? null,
    no_replacement: ending.noReplacement ?? null,
    subscriptions: JSON.stringify(ending.subscriptions),
    reason: ending.reason,
    recorded_at: ending.recordedAt,
    recorded_by: ending.recordedBy,
  });
}

/** Of which kind the acts of offers are. */
export const ACTS: Reading<{ kind: string }, string> = {
  name: 'acts',
  tables: ['endings', 'suspensions', 'ring_events'],
  from: `(select offer_id, 'ending' as kind from endings
    union all select offer_id, 'suspension' from suspensions
    union all select offer_id, 'ring event' from ring_events) as a`,
  columns: ['kind'],
  by: 'offer_id',
  of: ({ kind }) => kind,
};

/** Which acts there are of some offers: most have seen none, and one question then takes the place of three. */
export async function selectActs(
  knex: Connection,
  offerIds: readonly string[],
): Promise<{ endings: boolean; suspensions: boolean; ringEvents: boolean }> {
  const kinds = new Set(await readBy(knex, ACTS, offerIds));
  return {
    endings: kinds.has('ending'),
    suspensions: kinds.has('suspension'),
    ringEvents: kinds.has('ring event'),
  };
}

/** The terminations of some offers. */
export async function selectEndings(
  knex: Connection,
  offerIds: readonly string[],
): Promise<StoredEnding[]> {
  const rows = await knex<EndingRow>('endings')
    .whereIn('offer_id', offerIds)
    .orderBy(['recorded_at', 'id']);
  return rows.map(row => ({
    id: row.id,
    offerId: row.offer_id,
    planId: row.plan_id ?? undefined,
    noticeAt: row.notice_at,
    endsAt: row.ends_at,
    replacedBy: row.replaced_by ?? undefined,
    noReplacement: row.no_replacement ?? undefined,
    subscriptions: JSON.parse(row.subscriptions),
    reason: row.reason,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }));
}

/** Adds a suspension; a second open one of an offer is refused by the database. */
export async function insertSuspension(
  tx: Connection,
  suspension: Pick<StoredSuspension, 'id' | 'offerId' | 'kind' | 'reason' | 'from' | 'startedBy'>,
): Promise<void> {
  await tx<SuspensionRow>('suspensions').insert({
    id: suspension.id,
    offer_id: suspension.offerId,
    kind: suspension.kind,
    reason: suspension.reason,
    starts_at: suspension.from,
    started_by: suspension.startedBy,
  });
}

/** Ends the open suspension of an offer; says whether there was one. */
export async function endSuspension(
  tx: Connection,
  offerId: string,
  end: { at: string; by: string; reason: string },
): Promise<boolean> {
  const ended = await tx<SuspensionRow>('suspensions')
    .where({ offer_id: offerId })
    .whereNull('ends_at')
    .update({ ends_at: end.at, ended_by: end.by, end_reason: end.reason });
  return ended === 1;
}

/** Keeps what came of the review of a suspension; says whether it was not reviewed before. */
export async function reviewSuspension(
  tx: Connection,
  key: { id: string; offerId: string },
  review: { at: string; by: string; text: string },
): Promise<boolean> {
  const reviewed = await tx<SuspensionRow>('suspensions')
    .where({ id: key.id, offer_id: key.offerId })
    .whereNull('reviewed_at')
    .update({ reviewed_at: review.at, reviewed_by: review.by, review: review.text });
  return reviewed === 1;
}

/** The suspensions of some offers, in the order of time. */
export async function selectSuspensions(
  knex: Connection,
  offerIds: readonly string[],
): Promise<StoredSuspension[]> {
  const rows = await knex<SuspensionRow>('suspensions')
    .whereIn('offer_id', offerIds)
    .orderBy(['starts_at', 'id']);
  return rows.map(row => ({
    id: row.id,
    offerId: row.offer_id,
    kind: row.kind === 'emergency' ? 'emergency' : 'suspend',
    reason: row.reason,
    from: row.starts_at,
    until: row.ends_at ?? undefined,
    startedBy: row.started_by,
    endedBy: row.ended_by ?? undefined,
    endReason: row.end_reason ?? undefined,
    reviewedAt: row.reviewed_at ?? undefined,
    reviewedBy: row.reviewed_by ?? undefined,
    review: row.review ?? undefined,
  }));
}

/** Adds what a person did with a ring. */
export async function insertRingEvent(tx: Connection, event: StoredRingEvent): Promise<void> {
  await tx<RingEventRow>('ring_events').insert({
    offer_id: event.offerId,
    number: event.number,
    kind: event.kind,
    at: event.at,
    actor: event.actor,
    reason: event.reason,
  });
}

const RING_EVENTS: Readonly<Record<string, RingEvent['kind']>> = {
  promote: 'promote',
  hold: 'hold',
  resume: 'resume',
  'roll-back': 'roll-back',
};

/** What people did with the rings of some offers, in the order in which they did it. */
export async function selectRingEvents(
  knex: Connection,
  offerIds: readonly string[],
): Promise<StoredRingEvent[]> {
  const rows = await knex<RingEventRow>('ring_events').whereIn('offer_id', offerIds).orderBy('seq');
  return rows.map(row => ({
    offerId: row.offer_id,
    number: row.number,
    kind: RING_EVENTS[row.kind] ?? 'hold',
    at: row.at,
    actor: row.actor,
    reason: row.reason,
  }));
}

/** What is computed from a timeline, for queries. */
export interface Computed {
  segments: readonly Segment[];
  needs: readonly { product: string; version: string }[];
  members: readonly { number: number; memberId: string }[];
}

/** Replaces what was computed of an offer. */
export async function replaceComputed(
  tx: Connection,
  offerId: string,
  { segments, needs, members }: Computed,
): Promise<void> {
  for (const table of ['segments', 'offer_needs', 'bundle_members']) {
    await tx(table).where({ offer_id: offerId }).delete();
  }
  const rows = {
    segments: segments.map(({ number, state, audience, from, until }, position) => ({
      offer_id: offerId,
      position,
      number,
      state,
      whom: audience.whom,
      starts_at: from,
      ends_at: until ?? null,
    })),
    offer_needs: needs.map(need => ({ ...need, offer_id: offerId })),
    bundle_members: members.map(({ number, memberId }) => ({
      member_id: memberId,
      offer_id: offerId,
      number,
    })),
  };
  await insertRows(tx, 'segments', rows.segments);
  await insertRows(tx, 'offer_needs', rows.offer_needs);
  await insertRows(tx, 'bundle_members', rows.bundle_members);
}

/** Offers whose versions need a product release. */
export async function selectOffersNeeding(
  knex: Connection,
  { product, version }: { product: string; version: string },
): Promise<string[]> {
  const rows = await knex('offer_needs')
    .where({ product, version })
    .orderBy('offer_id')
    .select<{ offer_id: string }[]>('offer_id');
  return rows.map(({ offer_id }) => offer_id);
}

/** Published bundles that have one of the offers as a member. */
export async function selectBundlesOf(
  knex: Connection,
  memberIds: readonly string[],
): Promise<{ memberId: string; offerId: string; number: number }[]> {
  const rows = await knex('bundle_members')
    .whereIn('member_id', memberIds)
    .orderBy(['offer_id', 'number'])
    .select<{ member_id: string; offer_id: string; number: number }[]>(
      'member_id',
      'offer_id',
      'number',
    );
  return rows.map(row => ({ memberId: row.member_id, offerId: row.offer_id, number: row.number }));
}

/** Offers with a published version whose life was never computed: an earlier release published them. */
export async function selectOffersWithoutLife(
  knex: Connection,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await knex('offer_versions as v')
    .where('v.status', 'published')
    .where('v.offer_id', '>', after)
    .whereNotExists(knex('segments as s').select(knex.raw('1')).whereRaw('s.offer_id = v.offer_id'))
    .distinct('v.offer_id')
    .orderBy('v.offer_id')
    .limit(limit)
    .select<{ offer_id: string }[]>('v.offer_id');
  return rows.map(({ offer_id }) => offer_id);
}
