import { Connection } from '../database/Database';
import { AnnouncementRow, fromAnnouncementRow, StoredAnnouncement } from './announcementStore';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/** What was wrong in what was announced. */
export interface StoredCorrection {
  id: string;
  announcementId: string;
  note: string;
  at: string;
  by: string;
}

interface CorrectionRow {
  id: string;
  announcement_id: string;
  note: string;
  corrected_at: string;
  corrected_by: string;
}

/** Adds a correction. */
export async function insertCorrection(
  tx: Connection,
  correction: StoredCorrection,
): Promise<void> {
  await tx<CorrectionRow>('announcement_corrections').insert({
    id: correction.id,
    announcement_id: correction.announcementId,
    note: correction.note,
    corrected_at: correction.at,
    corrected_by: correction.by,
  });
}

/** The corrections of some announcements, in the order in which they were made. */
export async function selectCorrections(
  knex: Connection,
  announcementIds: readonly string[],
): Promise<StoredCorrection[]> {
  const rows = await knex<CorrectionRow>('announcement_corrections')
    .whereIn('announcement_id', [...announcementIds])
    .orderBy(['corrected_at', 'id']);
  return rows.map(row => ({
    id: row.id,
    announcementId: row.announcement_id,
    note: row.note,
    at: row.corrected_at,
    by: row.corrected_by,
  }));
}

/** The messages of an announcement that are sent, or on their way. */
export async function selectPosted(
  tx: Connection,
  announcementId: string,
): Promise<StoredDelivery[]> {
  const rows = await tx<DeliveryRow>('deliveries')
    .where({ announcement_id: announcementId, act: 'post' })
    .where(begun => begun.where('state', 'sent').orWhereIn('state', ['claimed', 'unclear']))
    .orderBy('seq');
  return rows.map(fromRow);
}

/** The announcements of an offer that tell its end, with the end that they told last. */
export async function selectToldEnds(
  tx: Connection,
  offerId: string,
): Promise<{ announcement: StoredAnnouncement; told: string | undefined }[]> {
  const rows = await tx<AnnouncementRow>('announcements')
    .where({ offer_id: offerId, kind: 'ending' })
    .orderBy('id');
  return rows.map(row => ({
    announcement: fromAnnouncementRow(row),
    told: row.tells_end ?? undefined,
  }));
}

/** Notes which end an announcement tells from now on. */
export async function updateToldEnd(
  tx: Connection,
  id: string,
  endsAt: string | undefined,
): Promise<void> {
  await tx<AnnouncementRow>('announcements')
    .where({ id })
    .update({ tells_end: endsAt ?? null });
}
