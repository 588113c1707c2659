import { AnnouncementKind, isInAudience } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { explainOne } from '../timeline/explaining';
import { OfferLife } from '../timeline/reading';
import { selectWishes, StoredWish } from './readerStore';
import { isWatching, selectWatchers } from './watchStore';

/** What is told of an offer. */
export interface Told {
  kind: AnnouncementKind;
  number: number;
  life: OfferLife;
}

/**
 * Whoever wants to hear a kind in person, or watches the offer, and may hear this of it now (rule 1), with how they want to.
 */
export async function readersOf(
  ctx: Pick<Context, 'db' | 'directory'>,
  told: Told,
  at: string,
): Promise<StoredWish[]> {
  const wishes = await wishesFor(ctx, told);
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

/** Who watches an offer hears of it at once, whatever they wish for its kind. */
async function wishesFor({ db }: Pick<Context, 'db'>, { kind, life }: Told): Promise<StoredWish[]> {
  const watchers = await selectWatchers(db.knex, life.timeline.offerId);
  const others = (await selectWishes(db.knex, { kind })).filter(
    ({ person }) => !watchers.includes(person),
  );
  return [...others, ...watchers.map(person => ({ person, kind, mode: 'now' as const }))];
}

/** Whether a person wants to hear a kind of an offer in person. */
export async function wantsToHear(
  { db }: Pick<Context, 'db'>,
  person: string,
  { kind, offerId }: { kind: AnnouncementKind; offerId: string },
): Promise<boolean> {
  const wishes = await selectWishes(db.knex, { people: [person] });
  const mode = wishes.find(wish => wish.kind === kind)?.mode ?? 'off';
  return mode !== 'off' || isWatching(db.knex, person, offerId);
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
