import { PlanChange, Termination } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { BroughtOffer, versionsOf } from '../offers/reading';
import {
  endTerminations,
  putChanges,
  putTerminations,
  selectChanges,
  selectTerminations,
} from './itemStore';
import { withServing } from './serving';
import { endPlanOffers, putPlanOffers, selectPlanOffers, StoredPlan } from './store';

/** Everything that a plan brings: versions, ends of offers, changes of structure and views. */
export interface PlanItems {
  offers: BroughtOffer[];
  terminations: Termination[];
  changes: PlanChange[];
}

/** What a plan brings, with what serves until then. */
export async function itemsOf(
  connection: Connection,
  { id, releaseAt }: Pick<StoredPlan, 'id' | 'releaseAt'>,
): Promise<PlanItems> {
  const drafted = await versionsOf(connection, await selectPlanOffers(connection, [id]));
  const terminations = await selectTerminations(connection, [id]);
  const changes = await selectChanges(connection, [id]);
  return {
    offers: await withServing(connection, drafted, releaseAt),
    terminations: terminations.map(({ termination }) => termination),
    changes: changes.map(({ change }) => change),
  };
}

/** Replaces what a plan brings; an offer can be in one plan under way. */
export async function putItems(
  tx: Knex.Transaction,
  planId: string,
  { offers, terminations, changes }: PlanItems,
): Promise<void> {
  await putPlanOffers(
    tx,
    planId,
    offers.map(({ draft }) => draft),
  );
  await putTerminations(tx, planId, terminations);
  await putChanges(tx, planId, changes);
}

/** Lets the offers of a plan that has ended enter other plans. */
export async function endItems(tx: Knex.Transaction, planId: string): Promise<void> {
  await endPlanOffers(tx, planId);
  await endTerminations(tx, planId);
}
