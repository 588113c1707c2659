import { AnnouncementSummary } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { DeliveryRow } from './store';

type Counts = AnnouncementSummary['deliveries'];

const counted = new Map<string, keyof Counts>([
  ['sent', 'sent'],
  ['failed', 'failed'],
  ['withheld', 'withheld'],
]);

/** What became of the messages of some announcements; what updates or answers them is not counted. */
export async function countDeliveries(
  knex: Connection,
  announcementIds: readonly string[],
): Promise<Map<string, Counts>> {
  const rows = await knex<DeliveryRow>('deliveries')
    .whereIn('announcement_id', [...announcementIds])
    .where({ act: 'post' })
    .groupBy('announcement_id', 'state')
    .select<{ announcement_id: string; state: string; n: number | string }[]>(
      'announcement_id',
      'state',
      knex.raw('count(*) as n'),
    );
  const counts = new Map<string, Counts>();
  for (const { announcement_id: id, state, n } of rows) {
    const own = counts.get(id) ?? { sent: 0, waiting: 0, failed: 0, withheld: 0 };
    own[counted.get(state) ?? 'waiting'] += Number(n);
    counts.set(id, own);
  }
  return counts;
}
