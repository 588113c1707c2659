import {
  Audience,
  Change,
  contentChanges,
  isInAudience,
  mayChannelHear,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { readableContent } from '../catalogue/consumerContent';
import { Context } from '../context';
import { titleOfCategory } from '../structure/naming';
import { StoredDelivery } from './store';
import { Subject } from './untold';

/** How many changes a message tells: the page of the offer tells them all. */
const MOST = 6;

/** What the message says already, or what is too long for it. */
const TOLD_ELSEWHERE: readonly string[] = [
  'content.information.summary',
  'content.information.description',
  'content.information.logo',
];

/** What nobody has but everybody: what they read is what all may read. */
const EVERYBODY = { principals: [] };

/**
 * What is other than what was served until then, for a message that tells of a change: as far as consumers read it, and only
 * to readers who all could see what was before, each for themselves (rule 1).
 */
export async function changesTold(
  ctx: Context,
  { announcement, delivery, life, version }: Subject,
): Promise<Change[]> {
  if (announcement.kind !== 'changed') return [];
  const justBefore = new Date(Date.parse(announcement.dueAt) - 1).toISOString();
  const served = servingAt(life.timeline, justBefore);
  const before = life.versions.find(({ number }) => number === served?.first.version.number);
  if (!before || before.number === version.number || served?.ring) return [];
  if (!(await mayAllHave(ctx, delivery, before.content.access))) return [];
  const changes = contentChanges(
    readableContent(before.content, EVERYBODY, false),
    readableContent(version.content, EVERYBODY, false),
  ).filter(({ field }) => !TOLD_ELSEWHERE.includes(field));
  return Promise.all(changes.slice(0, MOST).map(change => withTitles(ctx, change)));
}

async function mayAllHave(
  ctx: Context,
  { target, targetKind }: StoredDelivery,
  access: {
    see: Audience;
    order: Audience;
    rings: Subject['version']['content']['access']['rings'];
  },
): Promise<boolean> {
  if (targetKind === 'channel') {
    const route = ctx.settings.announcementChannels.find(({ channel }) => channel === target);
    return route !== undefined && mayChannelHear(route.audience, access).mayHear;
  }
  const principals = await ctx.directory.principalsOf(target);
  return principals !== undefined && isInAudience(access.see, principals);
}

/** A category by its title: its name is for addresses. */
async function withTitles(ctx: Context, change: Change): Promise<Change> {
  if (change.field !== 'content.information.category') return change;
  const [before, after] = await Promise.all(
    [change.before, change.after].map(async name => (await titleOfCategory(ctx, name)) ?? name),
  );
  return { ...change, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
