import {
  DeliverySummary,
  DemandListener,
  DemandNoticeEvent,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { selectDeliveriesOfDemand } from './demandNoticeStore';
import { inKey } from './keys';
import { insertDeliveries, NewDelivery } from './store';
import { deliverySummary } from './summary';

/** What a notice tells; of a demand that theirs was merged into, neither who nor why. */
export interface DemandHeard {
  event: DemandNoticeEvent;
  happenedTo: DemandListener['happenedTo'];
  at: string;
  by?: string;
  reason?: string;
}

/** What happened to a demand, at which of its revisions. */
export interface DemandHappened extends Omit<DemandHeard, 'happenedTo'> {
  demandId: string;
  revision: number;
}

/** Tells requesters what happened to their demand, each in person, once for each revision (rule 5). */
export async function sendDemandNotices(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  listeners: readonly DemandListener[],
  { demandId: about, revision, event, at, by, reason }: DemandHappened,
): Promise<void> {
  const notices = listeners.map(({ demandId, person, happenedTo }): NewDelivery => {
    const own = { ...(by ? { by } : {}), ...(reason ? { reason } : {}) };
    const heard: DemandHeard = { event, happenedTo, at, ...(happenedTo === 'own' ? own : {}) };
    return {
      id: ctx.newId(),
      key: `demand:${about}:r${revision}:${demandId}`,
      lane: `demand:${demandId}:${inKey(person)}`,
      kind: 'demand-notice',
      act: 'post',
      targetKind: 'person',
      target: person,
      demandId,
      dueAt: at,
      detail: heard,
    };
  });
  await insertDeliveries(tx, notices, at);
}

/** What was told of a demand, and whether it arrived. */
export async function demandNoticesOf(
  connection: Connection,
  demandId: string,
): Promise<DeliverySummary[]> {
  return (await selectDeliveriesOfDemand(connection, demandId)).map(deliverySummary);
}
