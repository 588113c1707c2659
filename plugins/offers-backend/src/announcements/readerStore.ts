import {
  AnnouncementKind,
  AnnouncementMode,
  announcementKindSchema,
  announcementModeSchema,
  DigestMode,
  OwnQuietHours,
  usualPreferences,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

/** When a person reads digests and is left in peace, and when the next digests are due. */
export interface StoredReader {
  person: string;
  /** what the log calls them by */
  id: string;
  zone: string;
  time: string;
  weekday: number;
  quiet: OwnQuietHours | null;
  dailyAt: string | undefined;
  weeklyAt: string | undefined;
}

/** How a person wants to hear of a kind. */
export interface StoredWish {
  person: string;
  kind: AnnouncementKind;
  mode: AnnouncementMode;
}

interface ReaderRow {
  person: string;
  id: string;
  zone: string;
  digest_time: string;
  weekday: number;
  quiet_from: string | null;
  quiet_until: string | null;
  quiet_weekends: number | null;
  daily_at: string | null;
  weekly_at: string | null;
}

interface WishRow {
  person: string;
  kind: string;
  mode: string;
}

const dueColumn = { daily: 'daily_at', weekly: 'weekly_at' } as const;

/** When a person reads digests and is left in peace. */
export async function selectReader(
  knex: Connection,
  person: string,
): Promise<StoredReader | undefined> {
  const row = await knex<ReaderRow>('announcement_readers').where({ person }).first();
  return row && fromReaderRow(row);
}

/** When and where some people read; those who never wished for anything are left out. */
export async function selectReaders(
  knex: Connection,
  people: readonly string[],
): Promise<Map<string, StoredReader>> {
  const rows = await knex<ReaderRow>('announcement_readers').whereIn('person', [
    ...new Set(people),
  ]);
  return new Map(rows.map(row => [row.person, fromReaderRow(row)]));
}

/** Keeps the wishes of a person as they are until the transaction ends. */
export async function holdReader(tx: Connection, person: string): Promise<void> {
  await tx<ReaderRow>('announcement_readers').where({ person }).forUpdate().first('id');
}

/**
 * Locks what a person wants to hear until the transaction ends, and gives when they read digests.
 *
 * @param newId - what the log calls them by from now on, where they have wished for nothing yet
 */
export async function lockReader(
  tx: Connection,
  person: string,
  newId: string,
): Promise<StoredReader> {
  const { zone, time, weekday, quiet } = usualPreferences;
  const usual: StoredReader = {
    ...{ person, id: newId, zone, time, weekday, quiet },
    dailyAt: undefined,
    weeklyAt: undefined,
  };
  await tx<ReaderRow>('announcement_readers')
    .insert(toReaderRow(usual))
    .onConflict('person')
    .ignore();
  const row = await tx<ReaderRow>('announcement_readers').where({ person }).forUpdate().first();
  return row ? fromReaderRow(row) : usual;
}

/** Stores when a person reads digests and is left in peace. */
export async function putReader(tx: Connection, reader: StoredReader): Promise<void> {
  const row = toReaderRow(reader);
  await tx<ReaderRow>('announcement_readers').insert(row).onConflict('person').merge();
}

/** People whose digest is due. */
export async function selectDueReaders(
  knex: Connection,
  mode: DigestMode,
  { at, limit }: { at: string; limit: number },
): Promise<StoredReader[]> {
  const column = dueColumn[mode];
  const rows = await knex<ReaderRow>('announcement_readers')
    .where(column, '<=', at)
    .orderBy([column, 'person'])
    .limit(limit);
  return rows.map(fromReaderRow);
}

/** Moves a person's next digest if it is still due when it was read; says whether (compare and set). */
export async function moveDigest(
  tx: Connection,
  mode: DigestMode,
  { person, from, to }: { person: string; from: string; to: string },
): Promise<boolean> {
  const column = dueColumn[mode];
  const moved = await tx<ReaderRow>('announcement_readers')
    .where({ person })
    .where(column, from)
    .update({ [column]: to });
  return moved === 1;
}

/** How some people want to hear, of some kinds; what they never said is left out. */
export async function selectWishes(
  knex: Connection,
  about: { people: readonly string[] } | { kind: AnnouncementKind },
): Promise<StoredWish[]> {
  const rows: WishRow[] = await knex<WishRow>('announcement_wishes')
    .modify(query => {
      if ('kind' in about) query.where({ kind: about.kind }).whereNot('mode', 'off');
      else query.whereIn('person', [...about.people]);
    })
    .orderBy(['person', 'kind']);
  return rows.map(({ person, kind, mode }) => ({
    person,
    kind: announcementKindSchema.parse(kind),
    mode: announcementModeSchema.parse(mode),
  }));
}

/** Stores how a person wants to hear of some kinds. */
export async function putWishes(tx: Connection, wishes: readonly StoredWish[]): Promise<void> {
  if (wishes.length === 0) return;
  await tx<WishRow>('announcement_wishes')
    .insert([...wishes])
    .onConflict(['person', 'kind'])
    .merge(['mode']);
}

function toReaderRow(reader: StoredReader): ReaderRow {
  return {
    person: reader.person,
    id: reader.id,
    zone: reader.zone,
    digest_time: reader.time,
    weekday: reader.weekday,
    quiet_from: reader.quiet?.from ?? null,
    quiet_until: reader.quiet?.until ?? null,
    quiet_weekends: reader.quiet && (reader.quiet.weekends ? 1 : 0),
    daily_at: reader.dailyAt ?? null,
    weekly_at: reader.weeklyAt ?? null,
  };
}

function fromReaderRow(row: ReaderRow): StoredReader {
  return {
    person: row.person,
    id: row.id,
    zone: row.zone,
    time: row.digest_time,
    weekday: row.weekday,
    quiet: quietIn(row),
    dailyAt: row.daily_at ?? undefined,
    weeklyAt: row.weekly_at ?? undefined,
  };
}

function quietIn(row: ReaderRow): OwnQuietHours | null {
  const { quiet_from: from, quiet_until: until, quiet_weekends: weekends } = row;
  return from && until ? { from, until, weekends: weekends === 1 } : null;
}
