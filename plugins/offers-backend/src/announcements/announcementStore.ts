import {
  AnnouncementKind,
  announcementKindSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

/** What an announcement is about. */
export interface StoredAnnouncement {
  id: string;
  offerId: string;
  number: number;
  kind: AnnouncementKind;
  planId: string;
  dueAt: string;
}

interface AnnouncementRow {
  id: string;
  offer_id: string;
  number: number;
  kind: string;
  plan_id: string;
  due_at: string;
}

/** Adds an announcement, one a version and kind, or moves the one there is; gives back its id. */
export async function putAnnouncement(
  tx: Connection,
  announcement: StoredAnnouncement,
): Promise<string> {
  const { offerId, number, kind } = announcement;
  const key = { offer_id: offerId, number, kind };
  await tx<AnnouncementRow>('announcements')
    .insert({
      ...key,
      id: announcement.id,
      plan_id: announcement.planId,
      due_at: announcement.dueAt,
    })
    .onConflict(['offer_id', 'number', 'kind'])
    .merge(['due_at']);
  const row = await tx<AnnouncementRow>('announcements').where(key).first();
  return row?.id ?? announcement.id;
}

/** One announcement. */
export async function selectAnnouncement(
  knex: Connection,
  id: string,
): Promise<StoredAnnouncement | undefined> {
  const row = await knex<AnnouncementRow>('announcements').where({ id }).first();
  return row && fromAnnouncementRow(row);
}

function fromAnnouncementRow(row: AnnouncementRow): StoredAnnouncement {
  return {
    id: row.id,
    offerId: row.offer_id,
    number: row.number,
    kind: announcementKindSchema.parse(row.kind),
    planId: row.plan_id,
    dueAt: row.due_at,
  };
}
