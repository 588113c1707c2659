import { AnnouncementKind, isInAudience } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { explainOne } from '../timeline/explaining';
import { OfferLife } from '../timeline/reading';
import { selectWishes, StoredWish } from './readerStore';

/** What is told of an offer. */
export interface Told {
  kind: AnnouncementKind;
  number: number;
  life: OfferLife;
}

/** Whoever wants to hear a kind in person and may hear this of the offer now, with how they want to (rule 1). */
export async function readersOf(
  ctx: Pick<Context, 'db' | 'directory'>,
  told: Told,
  at: string,
): Promise<StoredWish[]> {
  const wishes = await selectWishes(ctx.db.knex, { kind: told.kind });
  const people = wishes.map(({ person }) => person);
  const principals = await ctx.directory.principalsOfAll(people);
  // Who has left the software catalogue hears nothing more, also of what is for everyone.
  for (const gone of await ctx.directory.missing(people)) principals.delete(gone);
  const readers: StoredWish[] = [];
  for (const wish of wishes) {
    const own = principals.get(wish.person);
    if (own && (await mayBeTold(ctx, own, told, at))) readers.push(wish);
  }
  return readers;
}

/**
 * Whether a person may be told something of an offer now (rule 1): they see it, and of a version that they are served
 * that one; of an end, they were in its audience.
 */
export async function mayBeTold(
  { db }: Pick<Context, 'db'>,
  principals: readonly string[],
  { kind, number, life }: Told,
  at: string,
): Promise<boolean> {
  if (kind === 'ended') {
    const access = life.versions.find(version => version.number === number)?.content.access;
    return access !== undefined && isInAudience(access.see, principals);
  }
  const { visible, version } = await explainOne(db.knex, life, { principals }, at);
  const isServed = kind === 'available' || kind === 'changed';
  return visible.answer && (!isServed || version === number);
}
