import { Announcement, effectiveFrom } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { versionsOf } from '../offers/reading';
import { titleOfCategory } from '../structure/naming';
import type { PlanForCard } from '../plans/card';
import { putAnnouncement, selectAnnouncement } from './announcementStore';
import { selectWishes } from './readerStore';
import { insertDeliveries, StoredDelivery } from './store';

/** The states of a plan whose date is worth telling. */
const COMING: ReadonlySet<string> = new Set(['approved', 'implementing', 'ready', 'released']);

/** Who is told what is coming, and when. */
export interface Upcoming {
  offerId: string;
  number: number;
  plan: { id: string; releaseAt: string };
  people: readonly string[];
  at: string;
}

/** Tells some people that a version is coming: each once for a date (rule 5). */
export async function announceUpcoming(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  { offerId, number, plan, people, at }: Upcoming,
): Promise<void> {
  const announcementId = await putAnnouncement(tx, {
    id: ctx.newId(),
    offerId,
    number,
    kind: 'upcoming',
    planId: plan.id,
    dueAt: at,
  });
  await insertDeliveries(
    tx,
    people.map(person => ({
      id: ctx.newId(),
      key: `offer:${offerId}:v${number}:upcoming:${plan.releaseAt}:${person}`,
      lane: `offer:${offerId}:${person}`,
      kind: 'announcement',
      act: 'post',
      targetKind: 'person',
      target: person,
      planId: plan.id,
      announcementId,
      dueAt: at,
      detail: { upcoming: plan.releaseAt },
    })),
    at,
  );
}

/** Whether a delivery tells what is coming. */
export function isUpcoming({ kind, detail }: StoredDelivery): boolean {
  return kind === 'announcement' && typeof JSON.parse(detail).upcoming === 'string';
}

/**
 * What is said of what is coming: words and dates, no prices, cost or margin; undefined when the plan has another
 * date by now, or ended.
 */
export async function drawUpcoming(
  ctx: Context,
  { announcementId, detail, target }: StoredDelivery,
  plan: PlanForCard,
): Promise<Announcement | undefined> {
  const wishes = await selectWishes(ctx.db.knex, { people: [target] });
  if (wishes.some(({ kind, mode }) => kind === 'upcoming' && mode === 'off')) return undefined;
  const isCurrent = JSON.parse(detail).upcoming === plan.releaseAt;
  if (!isCurrent || !COMING.has(plan.state)) return undefined;
  const key = announcementId && (await selectAnnouncement(ctx.db.knex, announcementId));
  const [brought] = key ? await versionsOf(ctx.db.knex, [key]) : [];
  if (!announcementId || !brought) return undefined;
  const { offer, draft } = brought;
  const { title, summary, category: id } = draft.content.information;
  const category = await titleOfCategory(ctx, id, plan.releaseAt);
  const ends = plan.impact.find(({ offerId, kind }) => offerId === offer.id && kind === 'end');
  const until = ends?.until ?? draft.content.validity.until;
  return {
    announcementId,
    kind: 'upcoming',
    title,
    summary,
    ...(category ? { category } : {}),
    ...(offer.owner ? { owner: offer.owner } : {}),
    priceLists: [],
    from: ends
      ? (draft.validFrom ?? plan.releaseAt)
      : effectiveFrom(draft.content, plan.releaseAt, ''),
    ...(until ? { until } : {}),
    url: `${ctx.settings.portalUrl}/offers/o/${offer.name}`,
  };
}
