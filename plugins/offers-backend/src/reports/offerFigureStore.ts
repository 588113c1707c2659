import { AnnouncementKind, OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { plansWithin, ReportScope } from './scope';

/** How many offers miss nothing, up to three criteria, and more. */
export interface Gaps {
  none: number;
  few: number;
  many: number;
}

/** How many criteria are still called few. */
const FEW = 3;

interface GapRow {
  missing: number;
  offers: number | string;
}

/** Every offer by how much it misses, from an index that holds nothing else. */
export async function selectGaps(
  knex: Connection,
  { catalogue }: Pick<ReportScope, 'catalogue'>,
): Promise<Gaps> {
  const rows: GapRow[] = await knex('offers')
    .modify(search => catalogue !== undefined && search.where({ catalogue }))
    .groupBy('missing')
    .select('missing', knex.raw('count(*) as offers'));
  return gapsOf(rows);
}

/** The same of offers with a draft. */
export async function selectDraftGaps(
  knex: Connection,
  { catalogue }: Pick<ReportScope, 'catalogue'>,
): Promise<Gaps> {
  const rows: GapRow[] = await knex('offer_versions as version')
    .join('offers', 'offers.id', 'version.offer_id')
    .where('version.status', 'draft')
    .modify(search => catalogue !== undefined && search.where({ 'offers.catalogue': catalogue }))
    .groupBy('offers.missing')
    .select('offers.missing', knex.raw('count(*) as offers'));
  return gapsOf(rows);
}

function bandOf(missing: number): keyof Gaps {
  if (missing === 0) return 'none';
  return missing <= FEW ? 'few' : 'many';
}

function gapsOf(rows: readonly GapRow[]): Gaps {
  const gaps: Gaps = { none: 0, few: 0, many: 0 };
  for (const { missing, offers } of rows) gaps[bandOf(missing)] += Number(offers);
  return gaps;
}

/** A kind of announcement, and how many of its messages are in one state. */
export interface AnnouncedRow {
  kind: AnnouncementKind;
  state: string;
  messages: number;
}

/** The announcements that were due in the time. */
function announcementsDue(
  knex: Connection,
  { from, until, catalogue }: ReportScope,
): Knex.QueryBuilder {
  const due = knex('announcements as announcement')
    .where('announcement.due_at', '>=', from)
    .where('announcement.due_at', '<', until);
  if (catalogue === undefined) return due;
  return due
    .join('offers', 'offers.id', 'announcement.offer_id')
    .where({ 'offers.catalogue': catalogue });
}

/** The messages of announcements that were due in the time, by kind and what became of them. */
export async function selectAnnounced(
  knex: Connection,
  scope: ReportScope,
): Promise<AnnouncedRow[]> {
  const rows: { kind: AnnouncementKind; state: string; messages: number | string }[] =
    await announcementsDue(knex, scope)
      .join('deliveries as delivery', joined => {
        joined
          .on('delivery.announcement_id', 'announcement.id')
          .andOnVal('delivery.act', '=', 'post');
      })
      .groupBy('announcement.kind', 'delivery.state')
      .select('announcement.kind', 'delivery.state', knex.raw('count(*) as messages'));
  return rows.map(({ messages, ...row }) => ({ ...row, messages: Number(messages) }));
}

/** How many announcements of each kind were due in the time. */
export async function selectAnnouncements(
  knex: Connection,
  scope: ReportScope,
): Promise<ReadonlyMap<AnnouncementKind, number>> {
  const rows: { kind: AnnouncementKind; announcements: number | string }[] = await announcementsDue(
    knex,
    scope,
  )
    .groupBy('announcement.kind')
    .select('announcement.kind', knex.raw('count(*) as announcements'));
  return new Map(rows.map(({ kind, announcements }) => [kind, Number(announcements)]));
}

/** What a released plan did to prices and margins. */
export interface ReleasedImpact {
  planId: string;
  releasedAt: string;
  impact: OfferImpact[];
}

/** The impacts of the plans that were released in the time, latest first. */
export async function selectReleasedImpacts(
  knex: Connection,
  scope: ReportScope,
  limit: number,
): Promise<ReleasedImpact[]> {
  const rows: { id: string; released_at: string; impact: string }[] = await plansWithin(
    knex,
    scope,
    'released_at',
  )
    .orderBy([
      { column: 'plans.released_at', order: 'desc' },
      { column: 'plans.id', order: 'desc' },
    ])
    .limit(limit)
    .select('plans.id', 'plans.released_at', 'plans.impact');
  return rows.map(({ id, released_at: releasedAt, impact }) => ({
    planId: id,
    releasedAt,
    impact: JSON.parse(impact),
  }));
}
