import {
  AnnouncementKind,
  announcementKindSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { putRowsAndRead } from '../database/insertRows';

/** What an announcement is about. */
export interface StoredAnnouncement {
  id: string;
  offerId: string;
  number: number;
  kind: AnnouncementKind;
  planId: string;
  dueAt: string;
  /** of an end that is ahead: the end as it is told, which is drawn from what is so */
  tellsEnd?: string | undefined;
  /** of those by hand: what was said, by whom and when; each is an occasion of its own */
  byHand?: { text: string; by: string; at: string } | undefined;
}

/** A row of announcements. */
export interface AnnouncementRow {
  id: string;
  offer_id: string;
  number: number;
  kind: string;
  plan_id: string;
  due_at: string;
  occasion: string;
  text: string | null;
  created_by: string | null;
  created_at: string | null;
  tells_end: string | null;
}

/** Adds an announcement, one a version and kind and each by hand, or moves the one there is; gives back its id. */
export async function putAnnouncement(
  tx: Connection,
  announcement: StoredAnnouncement,
): Promise<string> {
  const { offerId, number, kind, byHand } = announcement;
  const row: AnnouncementRow = {
    offer_id: offerId,
    number,
    kind,
    occasion: byHand ? announcement.id : '',
    id: announcement.id,
    plan_id: announcement.planId,
    due_at: announcement.dueAt,
    text: byHand?.text ?? null,
    created_by: byHand?.by ?? null,
    created_at: byHand?.at ?? null,
    tells_end: announcement.tellsEnd ?? null,
  };
  const [stored] = await putRowsAndRead(tx, 'announcements', [row], {
    key: ['offer_id', 'number', 'kind', 'occasion'],
    change: ['due_at'],
  });
  return stored?.id ?? announcement.id;
}

/** The id of the announcement of a version by rule, of a kind. */
export async function selectAnnouncementAbout(
  knex: Connection,
  { offerId, number, kind }: Pick<StoredAnnouncement, 'offerId' | 'number' | 'kind'>,
): Promise<string | undefined> {
  const key = { offer_id: offerId, number, kind, occasion: '' };
  return (await knex<AnnouncementRow>('announcements').where(key).first('id'))?.id;
}

/** One announcement. */
export async function selectAnnouncement(
  knex: Connection,
  id: string,
): Promise<StoredAnnouncement | undefined> {
  const row = await knex<AnnouncementRow>('announcements').where({ id }).first();
  return row && fromAnnouncementRow(row);
}

/** The announcements of an offer, latest first. */
export async function selectAnnouncementsOf(
  knex: Connection,
  offerId: string,
): Promise<StoredAnnouncement[]> {
  const rows = await knex<AnnouncementRow>('announcements')
    .where({ offer_id: offerId })
    .orderBy([
      { column: 'due_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(100);
  return rows.map(fromAnnouncementRow);
}

/** An announcement from its row. */
export function fromAnnouncementRow(row: AnnouncementRow): StoredAnnouncement {
  const { text, created_by: by, created_at: at } = row;
  return {
    id: row.id,
    offerId: row.offer_id,
    number: row.number,
    kind: announcementKindSchema.parse(row.kind),
    planId: row.plan_id,
    dueAt: row.due_at,
    byHand: text !== null && by !== null && at !== null ? { text, by, at } : undefined,
  };
}
