import {
  CallInput,
  ContentInput,
  ManagedOffer,
  Plan,
} from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aNextVersion,
  aPublishedOffer,
  aSubmittedPlan,
  completeContent,
  decideOn,
} from '../__testUtils__/stories';

type Body = CallInput<'createPlan'>['body'];

const release = { local: '2026-12-20T09:00', zone: 'UTC' };
const ends = { local: '2027-03-01T00:00', zone: 'Europe/Amsterdam' };
const ENDS_AT = '2027-02-28T23:00:00.000Z';

const missingIn = ({ gate }: Plan) =>
  gate.criteria.flatMap(({ id, state, consequence }) =>
    state === 'missing' && !consequence ? [id] : [],
  );

describe.each(databaseKinds)('plans of every scenario on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const carla: TestPortal['as'] extends (name: string) => infer C ? C : never = (id, input) =>
    portal.as('carla')(id, input);
  const plan = (body: Partial<Body> & Pick<Body, 'scenario'>) =>
    carla('createPlan', { body: { release, ...body } });
  const bundleOf = (...steps: NonNullable<ContentInput['bundle']>['steps']) =>
    aDraft(portal, { bundle: { steps }, pricing: { marginFloorPercent: '30' } });
  const submitAndApprove = async ({ id, revision }: Plan) => {
    const submitted = await carla('submitPlan', { params: { id }, revision });
    return decideOn(portal, 'mia', submitted);
  };
  const publish = async (offer: ManagedOffer, scenario: Body['scenario']) => {
    const made = await carla('createPlan', {
      body: { scenario, offerIds: [offer.id], release: { local: '2026-12-12T09:00', zone: 'UTC' } },
    });
    const { id, contentHash } = await submitAndApprove(made);
    await carla('releasePlan', { params: { id }, body: { contentHash } });
    return offer;
  };
  const ending = (offerId: string, more: object = {}) => ({
    offerId,
    ends,
    noReplacement: 'Nobody uses it',
    reason: 'Too old',
    ...more,
  });

  describe('a bundle', () => {
    it('brings new and next versions together, and members that it brings itself', async () => {
      const live = await aPublishedOffer(portal);
      const fresh = await aDraft(portal);
      const bundle = await bundleOf(
        { key: 'live', offerId: live.id },
        { key: 'fresh', offerId: fresh.id, after: ['live'] },
      );
      const made = await plan({ scenario: 'bundle', offerIds: [bundle.id, fresh.id] });
      expect(missingIn(made)).toEqual([]);
      expect(made.impact[0]).toMatchObject({
        kind: 'new',
        margins: [{ price: '2400.00', cost: '1680.00', marginPercent: '30.0', verdict: 'met' }],
      });
      expect((await submitAndApprove(made)).state).toBe('approved');
    });

    it('[rule 8] is refused while a member is not offered by then, and says which', async () => {
      const fresh = await aDraft(portal, { information: { title: 'Not live yet' } });
      const bundle = await bundleOf({ key: 'fresh', offerId: fresh.id });
      const made = await plan({ scenario: 'bundle', offerIds: [bundle.id] });
      expect(made.gate.criteria).toContainEqual(
        expect.objectContaining({
          id: 'bundle-live',
          state: 'missing',
          remedy: expect.stringContaining('Not live yet'),
        }),
      );
    });

    it('[rule 8] finds a circle through what is published already', async () => {
      const inner = await aPublishedOffer(portal);
      const outer = await publish(await bundleOf({ key: 'inner', offerId: inner.id }), 'bundle');
      await aNextVersion(portal, inner, {
        bundle: { steps: [{ key: 'outer', offerId: outer.id }] },
      });
      const made = await plan({ scenario: 'bundle', offerIds: [inner.id] });
      expect(missingIn(made)).toContain('bundle-acyclic');
    });

    it('asks for members', async () => {
      const made = await plan({ scenario: 'bundle', offerIds: [(await aDraft(portal)).id] });
      expect(missingIn(made)).toEqual(['bundle']);
    });
  });

  describe('a termination', () => {
    it('[rule 13] gives the promised notice before its end, by the calendar of its zone', async () => {
      const terms = { delivery: 'Soon', leadTimeDays: 1, noticePeriodDays: 30 };
      const { id } = await aPublishedOffer(portal, { terms });
      const made = await plan({ scenario: 'terminate', terminations: [ending(id)] });
      expect(made).toMatchObject({
        title: 'End of PostgreSQL for production',
        offers: [],
        ends: [{ id }],
        terminations: [{ offerId: id, noticeAt: '2027-01-29T23:00:00.000Z', endsAt: ENDS_AT }],
        impact: [
          {
            offerId: id,
            kind: 'end',
            until: ENDS_AT,
            audienceLost: [{ principal: 'group:default/engineers', people: 2 }],
          },
        ],
      });
      expect(missingIn(made)).toEqual([]);
      const late = { notice: { local: '2027-02-01T00:00', zone: 'UTC' } };
      const patched = await carla('patchPlan', {
        params: { id: made.id },
        revision: made.revision,
        body: { terminations: [ending(id, late)] },
      });
      expect(missingIn(patched)).toEqual(['termination-notice']);
    });

    it('[rule 7] is told with the release where no notice is promised, also when the release moves', async () => {
      const terms = { delivery: 'Soon', leadTimeDays: 1, noticePeriodDays: 0 };
      const [told, own] = [
        await aPublishedOffer(portal, { terms }),
        await aPublishedOffer(portal, { terms }),
      ];
      const notice = { local: '2027-02-01T00:00', zone: 'UTC' };
      const made = await plan({
        scenario: 'terminate',
        terminations: [ending(told.id), ending(own.id, { notice })],
      });
      const moved = async (local: string, { revision }: Plan) => {
        const body = { release: { local, zone: 'UTC' } };
        return carla('patchPlan', { params: { id: made.id }, revision, body });
      };
      const notices = (terminations: Plan['terminations']) =>
        terminations.map(({ noticeAt }) => noticeAt);
      const earlier = await moved('2026-12-15T09:00', made);
      expect(notices(earlier.terminations)).toEqual([
        '2026-12-15T09:00:00.000Z',
        '2027-02-01T00:00:00.000Z',
      ]);
      const later = await moved('2026-12-28T09:00', earlier);
      expect(notices(later.terminations)[0]).toBe('2026-12-28T09:00:00.000Z');
      expect(later.impact[0]?.changes).toContainEqual(
        expect.objectContaining({
          field: 'terminations.noticeAt',
          after: expect.stringContaining('28'),
        }),
      );
    });

    it('asks for a replacement that is offered by then, or a reason for none', async () => {
      const { id } = await aPublishedOffer(portal);
      const fresh = await aDraft(portal);
      const replaced = { noReplacement: undefined, replacedBy: fresh.id };
      const made = await plan({ scenario: 'terminate', terminations: [ending(id, replaced)] });
      expect(missingIn(made)).toEqual(['termination-replacement']);
      const both = await carla('patchPlan', {
        params: { id: made.id },
        revision: made.revision,
        body: { offerIds: [fresh.id] },
      });
      expect(missingIn(both)).toEqual([]);
      // Nobody gave it a title, so it is called by what it brings now.
      expect([made.title, both.title]).toEqual([
        'End of PostgreSQL for production',
        'PostgreSQL for production and 1 more',
      ]);
    });

    it('[rule 8] is refused while a bundle depends on it, unless the plan covers the bundle', async () => {
      const [member, other] = [await aPublishedOffer(portal), await aPublishedOffer(portal)];
      const steps = [
        { key: 'member', offerId: member.id },
        { key: 'other', offerId: other.id },
      ];
      const free = { priceLists: completeContent().pricing?.priceLists ?? [], costs: [] };
      const draft = await aDraft(portal, {
        information: { title: 'Starter kit', summary: 'All of it', category: 'databases' },
        bundle: { steps, price: { rule: 'sum' } },
        pricing: { ...free, marginFloorPercent: '0' },
      });
      const bundle = await publish(draft, 'bundle');
      const made = await plan({ scenario: 'terminate', terminations: [ending(member.id)] });
      expect(made.gate.criteria).toContainEqual(
        expect.objectContaining({
          id: 'termination-bundles',
          state: 'missing',
          remedy: expect.stringContaining('Starter kit'),
        }),
      );
      expect(made.impact[0]?.bundles).toEqual([{ id: bundle.id, title: 'Starter kit' }]);
      const ended = await carla('patchPlan', {
        params: { id: made.id },
        revision: made.revision,
        body: { terminations: [ending(member.id), ending(bundle.id)] },
      });
      expect(missingIn(ended)).toEqual([]);
      await aNextVersion(portal, bundle, {
        bundle: { steps: [{ key: 'other', offerId: other.id }] },
        pricing: { ...free, marginFloorPercent: '0' },
      });
      const without = await carla('patchPlan', {
        params: { id: made.id },
        revision: ended.revision,
        body: { offerIds: [bundle.id], terminations: [ending(member.id)] },
      });
      expect(missingIn(without)).toEqual([]);
    });

    it('refuses what was never published, and what another scenario should not end', async () => {
      const fresh = await aDraft(portal);
      const { id } = await aPublishedOffer(portal);
      await expect(
        plan({ scenario: 'terminate', terminations: [ending(fresh.id)] }),
      ).rejects.toMatchObject({
        code: 'scenario-mismatch',
        fields: [{ field: 'terminations.0.offerId' }],
      });
      await expect(
        plan({ scenario: 'new', offerIds: [fresh.id], terminations: [ending(id)] }),
      ).rejects.toMatchObject({ code: 'scenario-mismatch', fields: [{ field: 'terminations' }] });
    });

    it('[rule 7] is refused for an offer in a plan under way, and refuses one for an offer that it ends', async () => {
      const { id } = await aPublishedOffer(portal);
      const made = await plan({ scenario: 'terminate', terminations: [ending(id)] });
      const next = await aNextVersion(portal, { id });
      const taken = { status: 409, code: 'offer-in-plan' };
      expect(await refusalOf(aSubmittedPlan(portal, next))).toEqual(taken);
      await carla('cancelPlan', {
        params: { id: made.id },
        revision: made.revision,
        body: { reason: 'Not yet' },
      });
      const outcomes = await Promise.allSettled([
        plan({ scenario: 'terminate', terminations: [ending(id)] }),
        plan({ scenario: 'change', offerIds: [id] }),
        plan({ scenario: 'terminate', terminations: [ending(id)] }),
      ]);
      const refused = outcomes.flatMap(outcome =>
        outcome.status === 'rejected' ? [outcome.reason.code] : [],
      );
      expect(refused).toEqual(['offer-in-plan', 'offer-in-plan']);
    });

    it('[rule 3] counts another end as a change of what was approved', async () => {
      const { id } = await aPublishedOffer(portal);
      const made = await plan({ scenario: 'terminate', terminations: [ending(id)] });
      const approved = await submitAndApprove(made);
      expect(approved.state).toBe('approved');
      const later = { ends: { local: '2027-04-01T00:00', zone: 'Europe/Amsterdam' } };
      const patched = await carla('patchPlan', {
        params: { id: made.id },
        revision: approved.revision,
        body: { terminations: [ending(id, later)] },
      });
      expect(patched).toMatchObject({ state: 'submitted', approval: { given: 0 } });
      expect(patched.contentHash).not.toBe(approved.contentHash);
    });

    it('[rule 4] is decided by nobody who planned it', async () => {
      const { id } = await aPublishedOffer(portal);
      const ravi = portal.as('ravi');
      const made = await ravi('createPlan', {
        body: { scenario: 'terminate', terminations: [ending(id)], release },
      });
      const submitted = await ravi('submitPlan', {
        params: { id: made.id },
        revision: made.revision,
      });
      expect(await refusalOf(decideOn(portal, 'ravi', submitted))).toEqual({
        status: 403,
        code: 'author-cannot-decide',
      });
    });
  });

  describe('dates', () => {
    it('prepares before it releases, and keeps or drops the preparation when it is changed', async () => {
      const offer = await aDraft(portal);
      const preparation = { local: '2026-12-15T09:00', zone: 'Europe/Amsterdam' };
      const made = await plan({ scenario: 'new', offerIds: [offer.id], preparation });
      expect(made).toMatchObject({
        preparationAt: '2026-12-15T08:00:00.000Z',
        preparationZone: 'Europe/Amsterdam',
      });
      const patch = (body: object, revision: number) =>
        carla('patchPlan', { params: { id: made.id }, revision, body });
      await expect(
        patch({ preparation: { local: '2026-12-20T09:00', zone: 'UTC' } }, made.revision),
      ).rejects.toMatchObject({ status: 400, fields: [{ field: 'preparation.local' }] });
      const noted = await patch({ note: 'Other' }, made.revision);
      expect(noted.preparationAt).toBe('2026-12-15T08:00:00.000Z');
      expect(noted.contentHash).toBe(made.contentHash);
      expect((await patch({ preparation: null }, noted.revision)).preparationAt).toBeUndefined();
    });
  });
});
