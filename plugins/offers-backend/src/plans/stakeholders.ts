import { Access, isInAudience } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { announceUpcoming } from '../announcements/upcoming';
import { Context } from '../context';
import { publishedVersionsOf } from '../offers/reading';
import { itemsOf } from './items';
import { StoredPlan } from './store';

/** Somebody who is told the dates of what is coming, and what decides what they may hear of. */
export interface Stakeholder {
  ref: string;
  principals: readonly string[];
  /** staff by role: they read every offer */
  isStaff: boolean;
}

/**
 * Who is told: Operations, Support, and the Consumer managers that the configuration names. Asked of the software
 * catalogue, outside transactions.
 */
export async function stakeholders(
  ctx: Pick<Context, 'settings' | 'directory'>,
): Promise<Stakeholder[]> {
  const { roles, consumerManagers } = ctx.settings;
  const staff = await ctx.directory.peopleOfAll([
    ...roles.operationsManager,
    ...roles.supportSpecialist,
  ]);
  const others = await ctx.directory.peopleOfAll(consumerManagers);
  const managers = await Promise.all(
    others
      .filter(ref => !staff.includes(ref))
      .map(async ref => ({
        ref,
        principals: (await ctx.directory.principalsOf(ref)) ?? [ref],
        isStaff: false,
      })),
  );
  return [...staff.map(ref => ({ ref, principals: [ref], isStaff: true })), ...managers];
}

/**
 * Tells those concerned the date of an approved plan: each hears of the offers that they may see, once for a
 * date (rules 1 and 5).
 *
 * @returns the plan, told for its date; to be stored by the caller
 */
export async function tellStakeholders(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  plan: StoredPlan,
  { people, at }: { people: readonly Stakeholder[]; at: string },
): Promise<StoredPlan> {
  if (plan.toldFor === plan.releaseAt) return plan;
  for (const { offerId, number, access } of await comingWith(tx, plan)) {
    const hearers = people.filter(
      ({ isStaff, principals }) => isStaff || isInAudience(access.see, principals),
    );
    await announceUpcoming(ctx, tx, {
      offerId,
      number,
      plan,
      people: hearers.map(({ ref }) => ref),
      at,
    });
  }
  return { ...plan, toldFor: plan.releaseAt };
}

/** What is coming: the versions of the plan, and the last ones of what it ends. */
async function comingWith(
  tx: Knex.Transaction,
  plan: StoredPlan,
): Promise<{ offerId: string; number: number; access: Access }[]> {
  const { offers, terminations } = await itemsOf(tx, plan);
  const ending = await publishedVersionsOf(
    tx,
    terminations.map(({ offerId }) => offerId),
  );
  return [
    ...offers.map(({ draft }) => draft),
    ...terminations.flatMap(({ offerId }) =>
      ending.filter(version => version.offerId === offerId).slice(-1),
    ),
  ].map(({ offerId, number, content }) => ({ offerId, number, access: content.access }));
}
