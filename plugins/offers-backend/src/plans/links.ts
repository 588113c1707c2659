import { PlanState } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { Ahead, ahead } from '../database/readAhead';
import { selectTerminationsUnderWay } from './itemStore';
import { lockPlan, selectPlan, selectPlansUnderWay, selectPlanTitles, StoredPlan } from './store';
import { UNDER_WAY } from './underWayStore';

/** The plan that an offer is in, in short. */
export interface PlanLink {
  id: string;
  title: string;
  state: PlanState;
}

/** The plans under way that hold some offers, to be read ahead. */
export function linksAhead(offerIds: readonly string[]): Ahead[] {
  return [ahead(UNDER_WAY.plan_offers, offerIds), ahead(UNDER_WAY.plan_terminations, offerIds)];
}

/** The plan under way that brings a version of an offer. */
export async function planBringing(
  connection: Connection,
  offerId: string,
): Promise<string | undefined> {
  return (await selectPlansUnderWay(connection, [offerId]))[0]?.planId;
}

/** The plan under way of each offer that is in one: that brings a version of it, or ends it. */
export async function planLinks(
  connection: Connection,
  offerIds: readonly string[],
): Promise<Map<string, PlanLink>> {
  const found = [
    ...(await selectPlansUnderWay(connection, offerIds)),
    ...(await selectTerminationsUnderWay(connection, offerIds)),
  ];
  return new Map(
    found.map(({ offerId, planId, title, state }) => [offerId, { id: planId, title, state }]),
  );
}

/** What some plans are called. */
export async function planTitles(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, string>> {
  return new Map((await selectPlanTitles(connection, ids)).map(({ id, title }) => [id, title]));
}

/** One plan in short. */
export async function planLinkOf(
  connection: Connection,
  planId: string,
): Promise<PlanLink | undefined> {
  return linkOf(await selectPlan(connection, planId));
}

/** One plan in short, locked until the transaction ends: it does not end meanwhile. */
export async function lockPlanLink(tx: Connection, planId: string): Promise<PlanLink | undefined> {
  return linkOf(await lockPlan(tx, planId));
}

function linkOf(plan: StoredPlan | undefined): PlanLink | undefined {
  return plan && { id: plan.id, title: plan.title, state: plan.state };
}
