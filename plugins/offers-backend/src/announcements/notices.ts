import type { RootInstanceMetadataService, RootConfigService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { Context } from '../context';
import { Sweep } from '../sweeps/sweeps';
import { drawApart } from './drawApart';
import { noticeWords, NoticeWords } from './noticeWords';
import { claimNotice, DueNotice, endNotice, selectDueNotices } from './noticeStore';
import { StoredDelivery } from './store';

/** How many people one sweep notifies at most; the next one is soon. */
const AT_ONCE = 50;

/** How long a replica may take for what it has claimed, and when what failed is tried again, in milliseconds. */
const LEASE_MS = 60_000;

/** What is older than this is news no more when notifications are installed, or are back. */
const NEWS_MS = 24 * 3_600_000;

const ENABLED = 'offers.notifications.enabled';

/** Where notifications go: Backstage's service, or what a test listens with. */
export type Notifier = Pick<NotificationService, 'send'>;

/**
 * Whether people are notified in the portal: as configured, else where the notifications plugin runs in this backend.
 */
export async function wantsNotices(
  config: RootConfigService,
  instance: RootInstanceMetadataService,
): Promise<boolean> {
  const said = config.getOptionalBoolean(ENABLED);
  if (said !== undefined) return said;
  const plugins = await instance.getInstalledPlugins();
  return plugins.some(({ pluginId }) => pluginId === 'notifications');
}

/** Shows in the portal what is sent to people: the same messages to the same people, by their wishes (rule 1). */
export const portalNotices = (notifier: Notifier): Sweep => ({
  id: 'offers-portal-notices',
  everySeconds: 5,
  run: ctx => showNotices(ctx, notifier),
});

/**
 * Notifies the people of deliveries that are due. A notification carries the key of its delivery as its scope: one that was
 * sent and not noted, because its replica died, replaces itself, so there is one for each message (rule 5).
 *
 * @returns how many this replica notified of
 */
export async function showNotices(ctx: Context, notifier: Notifier): Promise<number> {
  const claimed = await claimDue(ctx);
  const drawn = await drawApart(
    ctx,
    claimed.map(({ delivery }) => delivery),
    'portal',
  );
  let shown = 0;
  for (const { delivery, token } of claimed) {
    const said = drawn.get(delivery.id);
    // Tried again when its lease has run out.
    if (said && !said.ok && said.isPassing) continue;
    const words = said?.ok ? noticeWords(said.body) : undefined;
    if (!words) {
      await endNotice(ctx.db.knex, delivery.id, { token, notice: 'untold' });
    } else if (await notify(ctx, notifier, delivery, words)) {
      await endNotice(ctx.db.knex, delivery.id, { token, notice: 'shown' });
      shown += 1;
    }
  }
  return shown;
}

interface Claimed {
  delivery: StoredDelivery;
  token: string;
}

async function claimDue(ctx: Context): Promise<Claimed[]> {
  const { knex } = ctx.db;
  const now = await ctx.db.now(knex);
  const after = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
  const due: DueNotice[] = await selectDueNotices(knex, { since: after(-NEWS_MS), now }, AT_ONCE);
  const claimed: Claimed[] = [];
  for (const each of due) {
    const token = ctx.newId();
    if (await claimNotice(knex, each, { token, leaseUntil: after(LEASE_MS) })) {
      claimed.push({ delivery: each.delivery, token });
    }
  }
  return claimed;
}

/** Sends one; what fails is tried again when its lease has run out. */
async function notify(
  { settings, logger }: Context,
  notifier: Notifier,
  { key, target }: StoredDelivery,
  words: NoticeWords,
): Promise<boolean> {
  const { link = '' } = words;
  // A path stays within the portal, where an address would open another window.
  const path = link.startsWith(`${settings.portalUrl}/`)
    ? link.slice(settings.portalUrl.length)
    : link;
  try {
    await notifier.send({
      recipients: { type: 'entity', entityRef: target },
      payload: { ...words, link: path, scope: key },
    });
    return true;
  } catch (error) {
    logger.warn(`A notification could not be sent and is tried again: ${String(error)}`);
    return false;
  }
}
