import {
  byDate,
  categoryNames,
  defineExitGate,
  effectiveFrom,
  Gate,
  structureAt,
  structureCriteria,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { completenessInput } from '../offers/reading';
import { waiversOf } from '../offers/waiversOf';
import { besides, structureFacts } from '../structure/planned';
import { factsOf } from './gateFacts';
import { itemsOf } from './items';
import { StoredPlan } from './store';

/** The completeness gate of a plan, now: waivers count until they end. */
export async function gateOfPlan(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
  plan: Pick<StoredPlan, 'id' | 'releaseAt' | 'scenario' | 'state' | 'submittedAt'>,
): Promise<Gate> {
  const at = nowOf(ctx);
  const items = await itemsOf(connection, plan);
  const seen = await besides(ctx, connection, { ...plan, changes: items.changes }, at);
  const released = byDate([...seen.known, ...seen.own]);
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
      ...completenessInput(each, catalogue =>
        // A category has to be there when the version begins, be it by this plan (rule 14).
        categoryNames(
          structureAt(released, effectiveFrom(each.draft.content, plan.releaseAt, seen.from)),
          catalogue,
        ),
      ),
      bundles,
    })),
    terminations,
    changes: items.changes.length,
    structure: structureCriteria(await structureFacts(connection, { ...plan, ...items }, seen)),
    waivers: await waiversOf(connection, offerIds, at),
  });
}
