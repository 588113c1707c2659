import { Connection } from '../database/Database';
import { AnnouncementRow, StoredAnnouncement } from './announcementStore';
import { DeliveryRow } from './store';

/** A kind of announcement of a version. */
export type KindOfVersion = Pick<StoredAnnouncement, 'offerId' | 'number' | 'kind'>;

/** Who has heard a kind of a version, or is about to, by rule or by hand. */
export interface Heard {
  channels: ReadonlySet<string>;
  people: ReadonlySet<string>;
}

/** Who has heard a kind of a version, or is about to; one whose message failed is told by sending that again. */
export async function selectHeard(
  connection: Connection,
  { offerId, number, kind }: KindOfVersion,
): Promise<Heard> {
  const announcements = connection<AnnouncementRow>('announcements')
    .where({ offer_id: offerId, number, kind })
    .select('id');
  const told = await connection<DeliveryRow>('deliveries')
    .whereIn('announcement_id', announcements)
    .where('act', 'post')
    .whereNot('state', 'withheld')
    .select('target_kind', 'target');
  const kept = await connection<{ person: string; announcement_id: string }>('digest_items')
    .whereIn('announcement_id', announcements)
    .select('person');
  const ofKind = (wanted: string) =>
    told.flatMap(({ target_kind: of, target }) => (of === wanted ? [target] : []));
  return {
    channels: new Set(ofKind('channel')),
    people: new Set([...ofKind('person'), ...kept.map(({ person }) => person)]),
  };
}

/** Lets what was held back be told after all, as another announcement says it; what was sent stays as it is. */
export async function tellAfterAll(
  tx: Connection,
  key: string,
  { announcementId, dueAt }: { announcementId: string; dueAt: string },
): Promise<void> {
  await tx<DeliveryRow>('deliveries')
    .where({ key, state: 'withheld', may_have_posted: 0 })
    .whereNull('message_ts')
    .update({
      state: 'pending',
      announcement_id: announcementId,
      due_at: dueAt,
      attempts: 0,
      error: null,
    });
}
