import { DemandDesk } from '../../__testUtils__/demandStories';
import { TestPortal } from '../../__testUtils__/portal';
import { aDraft, aSubmittedPlan } from '../../__testUtils__/stories';
import { Change } from './change';

const REASON = 'We buy it';

/** A demand of Ada's, as it is named in a call. */
async function aDemand(portal: TestPortal) {
  const { id, revision } = await new DemandDesk(portal).raise('ada');
  return { params: { id }, revision };
}

/** What each operation on demand leaves in the log. */
export const demandChanges = {
  raiseDemand: [
    {
      by: 'ada',
      prepare: async () => call =>
        call('raiseDemand', { body: { kind: 'new', title: 'A queue for events' } }),
      leaves: ['demand.raise'],
    },
  ],
  triageDemand: [
    {
      by: 'carla',
      prepare: async portal => {
        const demand = await aDemand(portal);
        return call => call('triageDemand', { ...demand, body: { priority: 'high' } });
      },
      leaves: ['demand.triage'],
    },
  ],
  mergeDemand: [
    {
      by: 'carla',
      prepare: async portal => {
        const [demand, other] = [await aDemand(portal), await aDemand(portal)];
        return call => call('mergeDemand', { ...demand, body: { into: other.params.id } });
      },
      leaves: ['demand.merge', 'demand.take-in'],
    },
  ],
  declineDemand: [
    {
      by: 'carla',
      prepare: async portal => {
        const demand = await aDemand(portal);
        return call => call('declineDemand', { ...demand, body: { reason: REASON } });
      },
      leaves: ['demand.decline'],
      reason: REASON,
    },
  ],
  reopenDemand: [
    {
      by: 'carla',
      prepare: async portal => {
        const desk = new DemandDesk(portal);
        const { id, revision } = await desk.decline(await desk.raise('ada'));
        return call => call('reopenDemand', { params: { id }, revision, body: { reason: REASON } });
      },
      leaves: ['demand.reopen'],
      reason: REASON,
    },
  ],
  planDemand: [
    {
      by: 'carla',
      prepare: async portal => {
        const demand = await aDemand(portal);
        const { id } = await aSubmittedPlan(portal, await aDraft(portal));
        return call => call('planDemand', { ...demand, body: { planId: id } });
      },
      leaves: ['demand.plan'],
    },
  ],
} satisfies Record<string, Change[]>;
