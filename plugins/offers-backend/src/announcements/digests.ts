import {
  Announcement,
  DeliveryBody,
  digestDate,
  DigestMode,
  nextDigestAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { Sweep } from '../sweeps/sweeps';
import { selectAnnouncement } from './announcementStore';
import { fillDigest, selectDigest } from './digestStore';
import { drawAnnouncement } from './drawAnnouncement';
import { moveDigest, selectDueReaders, StoredReader } from './readerStore';
import { inKey } from './keys';
import { insertDeliveries, StoredDelivery } from './store';

/** How many digests one sweep makes at most; the next one is soon. */
const AT_ONCE = 100;

/** How many announcements a digest shows; the rest is in the portal. */
const SHOWN = 20;

/** Makes the digests that are due. */
export const digests: Sweep = { id: 'offers-digests', everySeconds: 10, run: makeDigests };

/**
 * Makes every digest that is due, of what was kept for it; who has nothing kept gets none.
 * @returns how many this replica made
 */
export async function makeDigests(ctx: Context): Promise<number> {
  const at = nowOf(ctx);
  let count = 0;
  for (const mode of ['daily', 'weekly'] as const) {
    for (const reader of await selectDueReaders(ctx.db.knex, mode, { at, limit: AT_ONCE })) {
      if (await makeDigest(ctx, mode, reader, at)) count += 1;
    }
  }
  return count;
}

async function makeDigest(
  ctx: Context,
  mode: DigestMode,
  reader: StoredReader,
  at: string,
): Promise<boolean> {
  const { person, zone } = reader;
  const from = mode === 'daily' ? reader.dailyAt : reader.weeklyAt;
  if (from === undefined) return false;
  const digest = `digest:${mode}:${digestDate(from, zone)}:${inKey(person)}`;
  return ctx.db.transaction(async tx => {
    // Moving its time is the claim: of several replicas one makes it (rule 5).
    if (!(await moveDigest(tx, mode, { person, from, to: nextDigestAt(mode, reader, at) })))
      return false;
    const kept = await fillDigest(tx, { person, mode, digest });
    if (kept === 0) return false;
    const [first] = await selectDigest(tx, digest);
    const about = first && (await selectAnnouncement(tx, first));
    if (!about) return false;
    const delivery = {
      id: ctx.newId(),
      key: digest,
      lane: digest,
      kind: 'digest',
      act: 'post',
    } as const;
    const to = { targetKind: 'person', target: person, dueAt: at, detail: { mode } } as const;
    // What a delivery hangs on is a plan: here that of the first thing in it.
    await insertDeliveries(tx, [{ ...delivery, ...to, planId: about.planId }], at);
    return true;
  });
}

/** What a digest says: of what was kept, what is still true and for this person's eyes; undefined when nothing is. */
export async function drawDigest(
  ctx: Context,
  delivery: StoredDelivery,
): Promise<Extract<DeliveryBody, { kind: 'digest' }> | undefined> {
  const { mode }: { mode: DigestMode } = JSON.parse(delivery.detail);
  const announcements: Announcement[] = [];
  for (const announcementId of await selectDigest(ctx.db.knex, delivery.key)) {
    const drawn = await drawAnnouncement(ctx, { ...delivery, announcementId });
    if (drawn) announcements.push(drawn);
  }
  if (announcements.length === 0) return undefined;
  return {
    kind: 'digest',
    mode,
    announcements: announcements.slice(0, SHOWN),
    more: Math.max(0, announcements.length - SHOWN),
    url: `${ctx.settings.portalUrl}/offers`,
  };
}
