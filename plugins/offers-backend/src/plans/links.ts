import { PlanState } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectPlansUnderWay } from './store';

/** The plan that an offer is in, in short. */
export interface PlanLink {
  id: string;
  title: string;
  state: PlanState;
}

/** The plan under way of each offer that is in one. */
export async function planLinks(
  connection: Connection,
  offerIds: readonly string[],
): Promise<Map<string, PlanLink>> {
  const found = await selectPlansUnderWay(connection, offerIds);
  return new Map(
    found.map(({ offerId, planId, title, state }) => [offerId, { id: planId, title, state }]),
  );
}
