import { DigestMode } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

interface ItemRow {
  person: string;
  announcement_id: string;
  mode: string;
  added_at: string;
  digest: string | null;
}

/** Keeps an announcement for the next digest of some people; one that is kept already stays as it is (rule 5). */
export async function keepForDigests(
  tx: Connection,
  announcementId: string,
  readers: readonly { person: string; mode: DigestMode }[],
  at: string,
): Promise<void> {
  if (readers.length === 0) return;
  const rows = readers.map(({ person, mode }) => ({
    person,
    announcement_id: announcementId,
    mode,
    added_at: at,
    digest: null,
  }));
  await tx<ItemRow>('digest_items').insert(rows).onConflict(['person', 'announcement_id']).ignore();
}

/** Puts what is kept for a person's digest into it; says how much that is. */
export async function fillDigest(
  tx: Connection,
  { person, mode, digest }: { person: string; mode: DigestMode; digest: string },
): Promise<number> {
  return tx<ItemRow>('digest_items').where({ person, mode }).whereNull('digest').update({ digest });
}

/** Keeps nothing more for a digest that a person wants no more. */
export async function forgetKept(tx: Connection, person: string, mode: DigestMode): Promise<void> {
  await tx<ItemRow>('digest_items').where({ person, mode }).whereNull('digest').delete();
}

/** The announcements of a digest, in the order in which they came about. */
export async function selectDigest(knex: Connection, digest: string): Promise<string[]> {
  const rows = await knex<ItemRow>('digest_items')
    .where({ digest })
    .orderBy(['added_at', 'announcement_id'])
    .select('announcement_id');
  return rows.map(row => row.announcement_id);
}
