import { CallInput, ContentInput, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aNextVersion,
  aPublishedOffer,
  completeContent,
  decideOn,
} from '../__testUtils__/stories';

type Body = CallInput<'createPlan'>['body'];

/** A bundle of some offers at a price of its own, which is more than its members cost. */
const bundleOf = (...members: { id: string }[]): Partial<ContentInput> => ({
  bundle: {
    steps: members.map(({ id }, index) => ({ key: `m${index}`, offerId: id })),
    price: { rule: 'fixed' },
  },
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
const ringed: Partial<ContentInput> = {
  access: {
    ...completeContent().access,
    rings: [{ name: 'First', groups: ['group:default/board'] }],
  },
};
const missingIn = ({ gate }: Plan) =>
  gate.criteria.flatMap(({ id, state, consequence }) =>
    state === 'missing' && !consequence ? [id] : [],
  );

describe.each(databaseKinds)('bundles and plans on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const local = (hours: number) =>
    new Date(portal.clock.now().getTime() + hours * 3_600_000).toISOString().slice(0, 16);
  const plan = (body: Partial<Body> & Pick<Body, 'scenario'>, hours: number) =>
    portal.as('carla')('createPlan', {
      body: { release: { local: local(hours), zone: 'UTC' }, ...body },
    });
  const release = async ({ id, revision }: Plan) => {
    const submitted = await portal.as('carla')('submitPlan', { params: { id }, revision });
    const { contentHash } = await decideOn(portal, 'mia', submitted);
    return portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
  };
  const endOf = (offerId: string, hours: number) => ({
    offerId,
    ends: { local: local(hours), zone: 'UTC' },
    noReplacement: 'Nobody uses it',
    reason: 'Too old',
  });

  it('[rule 8] judges the members of a bundle when it would be released, which is never before now', async () => {
    const bundle = await aDraft(portal);
    const planned = await plan({ scenario: 'new', offerIds: [bundle.id] }, 1);
    const member = await aPublishedOffer(portal, {}, { local: local(3) });
    await portal.as('carla')('putDraft', {
      params: { id: bundle.id },
      revision: bundle.revision,
      body: { owner: bundle.owner, content: completeContent(bundleOf(member)) },
    });
    const read = () => portal.as('carla')('getPlan', { params: { id: planned.id } });
    expect(missingIn(await read())).toContain('bundle-live');
    portal.clock.pass(5 * 3_600);
    expect(missingIn(await read())).not.toContain('bundle-live');
  });

  it('[rule 8] refuses the end of a member as long as a ring leaves the bundle with it to others', async () => {
    const [member, other] = [
      await aPublishedOffer(portal, {}, { local: local(0) }),
      await aPublishedOffer(portal, {}, { local: local(0) }),
    ];
    portal.clock.pass(60);
    const bundle = await aDraft(portal, bundleOf(member, other));
    await release(await plan({ scenario: 'bundle', offerIds: [bundle.id] }, 0));
    await aNextVersion(portal, bundle, { ...bundleOf(other), ...ringed });
    const ending = { scenario: 'terminate' as const, terminations: [endOf(member.id, 20)] };
    const planned = await plan({ ...ending, offerIds: [bundle.id] }, 1);
    expect(missingIn(planned)).toContain('termination-bundles');
  });

  it('[rule 8] rolls no bundle back into a circle', async () => {
    const [one, other] = [
      await aPublishedOffer(portal, {}, { local: local(0) }),
      await aPublishedOffer(portal, {}, { local: local(0) }),
    ];
    portal.clock.pass(60);
    const bundle = await aDraft(portal, bundleOf(one));
    await release(await plan({ scenario: 'bundle', offerIds: [bundle.id] }, 0));
    portal.clock.pass(60);
    await aNextVersion(portal, bundle, bundleOf(other));
    await release(await plan({ scenario: 'bundle', offerIds: [bundle.id] }, 0));
    portal.clock.pass(60);
    await aNextVersion(portal, one, bundleOf(bundle));
    await release(await plan({ scenario: 'bundle', offerIds: [one.id] }, 0));
    portal.clock.pass(60);
    const back = portal.as('carla')('rollBackOffer', {
      params: { id: bundle.id },
      body: { version: 1, reason: 'It was better' },
    });
    expect(await refusalOf(back)).toEqual({ status: 409, code: 'wrong-state' });
  });

  it('asks for no difference from a version that was rolled back', async () => {
    const offer = await aPublishedOffer(portal, {}, { local: local(0) });
    portal.clock.pass(60);
    await aNextVersion(portal, offer, ringed);
    await release(await plan({ scenario: 'change', offerIds: [offer.id] }, 0));
    portal.clock.pass(60);
    await portal.as('carla')('actOnRing', {
      params: { id: offer.id, number: '2' },
      body: { act: 'roll-back', reason: 'It failed' },
    });
    await aNextVersion(portal, offer, ringed);
    const again = await plan({ scenario: 'change', offerIds: [offer.id] }, 1);
    expect(missingIn(again)).toEqual([]);
  });
});
