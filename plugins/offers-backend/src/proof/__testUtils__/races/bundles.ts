import { ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import {
  aDraft,
  anApprovedEnd,
  aPublishedOffer,
  completeContent,
  decideOn,
} from '../../../__testUtils__/stories';
import { TestPortal } from '../../../__testUtils__/portal';
import { Race } from './race';

/** A bundle at a price that is more than its member costs. */
const bundleOf = (offerId: string): Partial<ContentInput> => ({
  bundle: { steps: [{ key: 'member', offerId }], price: { rule: 'fixed' } },
  pricing: {
    ...completeContent().pricing,
    priceLists: [
      {
        currency: 'EUR',
        charges: [{ kind: 'recurring', label: 'Fee', amount: '1000', period: 'month' }],
      },
    ],
  },
});

/** An approved plan of a bundle that begins at an instant. */
async function anApprovedBundle(portal: TestPortal, offerId: string, local: string) {
  const carla = portal.as('carla');
  const bundle = await aDraft(portal, bundleOf(offerId));
  const { id, revision } = await carla('createPlan', {
    body: { scenario: 'bundle', offerIds: [bundle.id], release: { local, zone: 'UTC' } },
  });
  return decideOn(portal, 'mia', await carla('submitPlan', { params: { id }, revision }));
}

/** Rule 8: of a bundle that begins and its member that ends before, one is released, whoever comes first. */
export const bundleRaces: readonly Race[] = [
  {
    name: 'a bundle and the end of its member',
    async prepare({ first }) {
      const member = await aPublishedOffer(first);
      const bundle = await anApprovedBundle(first, member.id, '2027-04-01T09:00');
      const end = await anApprovedEnd(first, member, '2027-03-01T00:00');
      return {
        contend: (portal, turn) => {
          const { id, contentHash } = turn % 2 === 0 ? bundle : end;
          return portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
        },
        done: async () =>
          (
            await first.ctx.db
              .knex('audit')
              .where({ action: 'plan.release' })
              .whereIn('subject_id', [bundle.id, end.id])
          ).length,
      };
    },
  },
];
