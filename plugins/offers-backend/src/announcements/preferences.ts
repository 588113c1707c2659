import {
  announcementKindSchema,
  AnnouncementPreferences,
  announcementPreferencesSchema,
  nextDigestAt,
  PatchAnnouncementPreferences,
  QuietHours,
  usualPreferences,
} from '@offerdesk/backstage-plugin-offers-common';
import { isDeepStrictEqual } from 'node:util';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { hintIn } from '../database/unitOfWork';
import { forgetKept } from './digestStore';
import { releaseHeld } from './holdStore';
import {
  lockReader,
  putReader,
  putWishes,
  selectReader,
  selectWishes,
  StoredReader,
  StoredWish,
} from './readerStore';

/** How a person hears of offers in person. */
export async function preferencesOf(
  { settings }: Pick<Context, 'settings'>,
  connection: Connection,
  person: string,
): Promise<AnnouncementPreferences> {
  const reader = await selectReader(connection, person);
  const wishes = await selectWishes(connection, { people: [person] });
  const { zone, time, weekday, quiet } = reader ?? usualPreferences;
  const said = Object.fromEntries(wishes.map(({ kind, mode }) => [kind, mode]));
  return announcementPreferencesSchema.parse({
    kinds: { ...usualPreferences.kinds, ...said },
    zone,
    time,
    weekday,
    quiet,
    quietByPolicy: byPolicy(settings.approval.quietHours),
  });
}

/** What a reader is told of the policy's quiet hours, which are in their own zone. */
function byPolicy(quiet: QuietHours | undefined): AnnouncementPreferences['quietByPolicy'] {
  if (!quiet) return null;
  const { from, until, weekends, approvals } = quiet;
  return { from, until, weekends, approvals };
}

/**
 * Changes how a person hears of offers in person; their digests come at the new time from now on. What is as it was
 * changes nothing, so that an answer that was lost may be asked for again.
 */
export async function patchPreferences(
  ctx: Context,
  actor: Actor,
  patch: PatchAnnouncementPreferences,
): Promise<AnnouncementPreferences> {
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const { id } = await lockReader(tx, actor.ref, ctx.newId());
    const before = await preferencesOf(ctx, tx, actor.ref);
    const kinds = { ...before.kinds, ...patch.kinds };
    const after: AnnouncementPreferences = { ...before, ...patch, kinds };
    if (isDeepStrictEqual(after, before)) return before;
    const { zone, time, weekday, quiet } = after;
    await putReader(tx, { person: actor.ref, id, ...after, ...dueAt(after, at) });
    await putWishes(tx, wishesIn(actor.ref, after));
    if (!isDeepStrictEqual([quiet, zone], [before.quiet, before.zone])) {
      await releaseHeld(tx, actor.ref);
      hintIn(tx, 'deliveries');
    }
    const modes: readonly string[] = Object.values(kinds);
    for (const mode of ['daily', 'weekly'] as const) {
      if (!modes.includes(mode)) await forgetKept(tx, actor.ref, mode);
    }
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'announcement.prefer',
      subjectKind: 'announcement',
      subjectId: id,
      change: { ...kinds, zone, time, weekday, quiet },
    });
    return after;
  });
}

/** When the digests that somebody wants are due next. */
function dueAt(
  { kinds, ...time }: AnnouncementPreferences,
  at: string,
): Pick<StoredReader, 'dailyAt' | 'weeklyAt'> {
  const modes = Object.values(kinds);
  return {
    dailyAt: modes.includes('daily') ? nextDigestAt('daily', time, at) : undefined,
    weeklyAt: modes.includes('weekly') ? nextDigestAt('weekly', time, at) : undefined,
  };
}

function wishesIn(person: string, { kinds }: AnnouncementPreferences): StoredWish[] {
  return announcementKindSchema.options.map(kind => ({ person, kind, mode: kinds[kind] }));
}
