import {
  Content,
  contentChanges,
  isInAudience,
  OfferStory,
  personOf,
  servedTo,
  servingAt,
  ServedState,
  turningPoints,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { readsAsStaff } from '../offers/readable';
import { Refusal } from '../refusal';
import { explainOne } from '../timeline/explaining';
import { OfferLife } from '../timeline/reading';
import { titledChange } from '../structure/naming';
import { isPermitted, publishedOffer } from './catalogue';
import { readableContent } from './consumerContent';

type Chapter = OfferStory['chapters'][number];

/** What was served to a person from an instant on; absent: nothing that they may see. */
interface Moment {
  at: string;
  version: number | undefined;
  state: ServedState | undefined;
}

/**
 * What the offer has been to the person up to an instant. Who may not see it gets the same answer as for an offer that
 * does not exist; of its past a person reads only the versions that they may see (rule 1).
 *
 * @param asked - another instant than now, which staff may ask for
 * @throws Refusal `not-found`, `not-allowed` for another instant
 */
export async function offerStory(
  ctx: Context,
  actor: Actor,
  name: string,
  asked: { at?: string | undefined },
): Promise<OfferStory> {
  const { offer, life } = await publishedOffer(ctx, name);
  const isStaff = await readsAsStaff(ctx, actor, offer);
  const now = nowOf(ctx);
  const own = await explainOne(ctx.db.knex, life, actor, now);
  const visible = own.visible.answer && (await isPermitted(ctx, actor, offer));
  if (!visible && !isStaff) throw new Refusal('not-found');
  if (!isStaff && asked.at !== undefined) throw new Refusal('not-allowed');
  const until = asked.at ?? now;
  const moments = turningPoints(life.timeline)
    .filter(at => at <= until)
    .map(at => momentOf(life, actor, isStaff, at));
  const contentOf = (number: number): Content | undefined => {
    const version = life.versions.find(other => other.number === number);
    return version && readableContent(version.content, actor, isStaff);
  };
  const chapters = chaptersOf(moments, contentOf).reverse();
  return {
    id: offer.id,
    name: offer.name,
    chapters: await Promise.all(chapters.map(chapter => withTitles(ctx, chapter))),
  };
}

/** A chapter that calls categories as they were called when it began. */
async function withTitles(ctx: Context, chapter: Chapter): Promise<Chapter> {
  const changes = chapter.changes.map(change => titledChange(ctx, change, chapter.from));
  return { ...chapter, changes: await Promise.all(changes) };
}

function momentOf({ timeline }: OfferLife, actor: Actor, isStaff: boolean, at: string): Moment {
  const served =
    servedTo(timeline, personOf(actor), at) ??
    (isStaff ? servingAt(timeline, at)?.first : undefined);
  const isSeen = served && (isStaff || isInAudience(served.version.access.see, actor.principals));
  return { at, version: isSeen ? served.version.number : undefined, state: served?.state };
}

/** Moments in which nothing changed for the person are one chapter; a version tells what it changed. */
function chaptersOf(
  moments: readonly Moment[],
  contentOf: (number: number) => Content | undefined,
): Chapter[] {
  const chapters: Chapter[] = [];
  let before: number | undefined;
  for (const { at, version, state } of moments) {
    const open = chapters.at(-1);
    const isOpen = open && open.until === undefined;
    if (isOpen && open.version === version && open.state === state) continue;
    if (isOpen) open.until = at;
    if (version === undefined || state === undefined) continue;
    const [old, now] = [before === undefined ? undefined : contentOf(before), contentOf(version)];
    const changes = before !== version && old && now ? contentChanges(old, now) : [];
    chapters.push({ version, state, from: at, changes });
    before = version;
  }
  return chapters;
}
