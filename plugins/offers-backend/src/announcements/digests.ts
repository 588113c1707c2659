import {
  Announcement,
  DeliveryBody,
  digestDate,
  DigestMode,
  nextDigestAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { oneByOne } from '../sweeps/oneByOne';
import { Sweep } from '../sweeps/sweeps';
import { fillDigest, selectDigest } from './digestStore';
import { drawAnnouncement } from './drawAnnouncement';
import { moveDigest, selectDueReaders, StoredReader } from './readerStore';
import { inKey } from './keys';
import { withSlackLinks } from '../slack/reach';
import { Drawn, Surface, targetOf } from './drawnTo';
import { insertDeliveries, StoredDelivery } from './store';
import { AboutOther } from './summary';

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
    const due = await selectDueReaders(ctx.db.knex, mode, { at, limit: AT_ONCE });
    count += await oneByOne(ctx, 'Making a digest', due, reader =>
      makeDigest(ctx, mode, reader, at),
    );
  }
  return count;
}

/** Of which mode a digest is, and by whose wish. */
interface DigestDetail extends AboutOther {
  mode: DigestMode;
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
    const about = { subjectKind: 'announcement', subjectId: reader.id } as const;
    const detail: DigestDetail = { about, mode };
    const delivery = {
      id: ctx.newId(),
      key: digest,
      lane: digest,
      kind: 'digest',
      act: 'post',
    } as const;
    const to = { targetKind: 'person', target: person, dueAt: at, detail } as const;
    await insertDeliveries(tx, [{ ...delivery, ...to }], at);
    return true;
  });
}

/** Why a digest is not sent. */
const NOTHING_LEFT = 'Nothing of what was kept for it is true any more, or for their eyes.';

/** Draws digests: what each is about comes of what is kept for it, whatever that comes from. */
export async function drawDigests(
  ctx: Context,
  deliveries: readonly StoredDelivery[],
  surface: Surface,
): Promise<Map<string, Drawn>> {
  const all = deliveries.filter(({ kind }) => kind === 'digest');
  if (all.length === 0) return new Map();
  const people = await ctx.directory.reach(all.map(({ target }) => target));
  const names = await withSlackLinks(ctx, people);
  const drawn = new Map<string, Drawn>();
  for (const delivery of all) {
    const target = targetOf(ctx, delivery, names, surface);
    const body = target.ok ? await drawDigest(ctx, delivery) : undefined;
    if (!target.ok) drawn.set(delivery.id, target);
    else if (body) drawn.set(delivery.id, { ok: true, body, target: target.target });
    else drawn.set(delivery.id, { ok: false, withheld: true, error: NOTHING_LEFT });
  }
  return drawn;
}

/** What a digest says: of what was kept, what is still true and for this person's eyes; undefined when nothing is. */
async function drawDigest(
  ctx: Context,
  delivery: StoredDelivery,
): Promise<Extract<DeliveryBody, { kind: 'digest' }> | undefined> {
  const { mode }: Pick<DigestDetail, 'mode'> = JSON.parse(delivery.detail);
  const announcements: Announcement[] = [];
  for (const announcementId of await selectDigest(ctx.db.knex, delivery.key)) {
    const drawn = await drawAnnouncement(ctx, { ...delivery, announcementId });
    if (drawn.ok) announcements.push(drawn.announcement);
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
