import { defineExitGate, Gate } from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { completenessInput } from '../offers/reading';
import { waiversOf } from '../offers/waiversOf';
import { changeCriteria } from './changeKinds';
import { factsOf } from './gateFacts';
import { itemsOf } from './items';
import { StoredPlan } from './store';

/** The completeness gate of a plan, now: waivers count until they end. */
export async function gateOfPlan(
  ctx: Pick<Context, 'settings' | 'clock'>,
  connection: Connection,
  plan: Pick<StoredPlan, 'id' | 'releaseAt' | 'scenario'>,
): Promise<Gate> {
  const at = nowOf(ctx);
  const items = await itemsOf(connection, plan);
  const { bundles, terminations } = await factsOf(connection, plan.releaseAt, items);
  const offerIds = [
    ...items.offers.map(({ offer }) => offer.id),
    ...items.terminations.map(({ offerId }) => offerId),
  ];
  return defineExitGate({
    scenario: plan.scenario,
    releaseAt: plan.releaseAt,
    at,
    offers: items.offers.map(each => ({
      offerId: each.offer.id,
      serving: each.serving?.content,
      ...completenessInput(ctx, each),
      bundles,
    })),
    terminations,
    changes: items.changes.length,
    structure: await changeCriteria(connection, items.changes),
    waivers: await waiversOf(connection, offerIds, at),
  });
}
