import { ApprovalConfig, Plan, PlanFacts } from '@offerdesk/backstage-plugin-offers-common';
import { aDatabase, databaseKinds } from '../__testUtils__/databases';
import { aPortal, PortalOptions, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aSubmittedPlan,
  cheaper,
  decideOn,
  editDraftOf,
  RELEASE,
} from '../__testUtils__/stories';

const release = { id: 'release', approvers: { groups: ['group:default/release-managers'] } };
const operations = { id: 'operations', approvers: { groups: ['group:default/operations'] } };
const forEveryone = { access: { see: { allow: ['everyone'] }, order: { allow: ['everyone'] } } };

describe.each(databaseKinds)('approval in steps on %s', kind => {
  let open: TestPortal[] = [];
  afterEach(async () => {
    await Promise.all(open.map(portal => portal.stop()));
    open = [];
  });

  const portalWith = async (approval: ApprovalConfig, options: PortalOptions = {}) => {
    const portal = await aPortal(kind, { ...options, settings: { approval } });
    open.push(portal);
    return portal;
  };
  const planOf = (portal: TestPortal, id: string): Promise<Plan> =>
    portal.as('carla')('getPlan', { params: { id } });
  const stepsOf = ({ approval }: Plan) =>
    approval.steps.map(({ id, given, needed, state }) => [id, given, needed, state]);

  it('asks one step after the other, each of its own people', async () => {
    const portal = await portalWith({ steps: [{ ...release, need: { count: 2 } }, operations] });
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(stepsOf(plan)).toEqual([
      ['release', 0, 2, 'open'],
      ['operations', 0, 1, 'waiting'],
    ]);
    const cardsOf = (shown: Plan) =>
      shown.deliveries.filter(({ act }) => act === 'post').map(({ target }) => target.slice(13));
    expect(cardsOf(plan).sort()).toEqual(['mia', 'ravi', 'rosa']);
    expect(await refusalOf(decideOn(portal, 'nils', plan))).toEqual({
      status: 409,
      code: 'not-your-turn',
    });
    await decideOn(portal, 'mia', plan);
    const second = await decideOn(portal, 'ravi', plan);
    expect(second).toMatchObject({ state: 'submitted', approval: { given: 2, required: 3 } });
    expect(stepsOf(second)).toEqual([
      ['release', 2, 2, 'met'],
      ['operations', 0, 1, 'open'],
    ]);
    expect(cardsOf(second)).toContain('nils');
    expect(await refusalOf(decideOn(portal, 'rosa', plan))).toMatchObject({
      code: 'not-your-turn',
    });
    const third = await decideOn(portal, 'nils', plan);
    expect(third).toMatchObject({ state: 'approved', approval: { given: 3, outcome: 'approved' } });
    expect(third.decisions.map(({ decider, step }) => [decider.slice(13), step])).toEqual([
      ['mia', 'release'],
      ['nils', 'operations'],
      ['ravi', 'release'],
    ]);
  });

  it('ends with a rejection in the step whose turn it is', async () => {
    const portal = await portalWith({ steps: [release, operations] });
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await decideOn(portal, 'mia', plan);
    expect((await decideOn(portal, 'nils', plan, 'reject', 'No')).state).toBe('rejected');
  });

  it('asks all of them, without those who had a part in it', async () => {
    const portal = await portalWith({ steps: [{ ...release, need: 'all' }] });
    const offer = await aDraft(portal);
    await editDraftOf(portal, 'ravi', offer.id, cheaper);
    const plan = await aSubmittedPlan(portal, offer);
    expect(stepsOf(plan)).toEqual([['release', 0, 2, 'open']]);
    expect((await decideOn(portal, 'mia', plan)).state).toBe('submitted');
    expect((await decideOn(portal, 'rosa', plan)).state).toBe('approved');
  });

  it('asks a share of them, rounded up', async () => {
    const portal = await portalWith({ steps: [{ ...release, need: { percent: 34 } }] });
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(stepsOf(plan)).toEqual([['release', 0, 2, 'open']]);
  });

  it('[rule 4] needs fewer of all when one of them edits words while it waits, and never nobody', async () => {
    const portal = await portalWith({ steps: [{ ...release, need: 'all' }] });
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    await decideOn(portal, 'mia', plan);
    await editDraftOf(portal, 'ravi', offer.id, {
      information: { title: 'Words', summary: 'Mine', category: 'storage' },
    });
    const now = await planOf(portal, plan.id);
    expect(stepsOf(now)).toEqual([['release', 1, 2, 'open']]);
    expect((await decideOn(portal, 'rosa', now)).state).toBe('approved');
  });

  it('asks a step only where its rules hold, and again when an edit makes them hold', async () => {
    const portal = await portalWith({
      steps: [release, { ...operations, when: [{ audienceEveryone: true }] }],
    });
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    expect(stepsOf(plan)).toEqual([['release', 0, 1, 'open']]);
    await decideOn(portal, 'mia', plan);
    await editDraftOf(portal, 'carla', offer.id, forEveryone);
    const wider = await planOf(portal, plan.id);
    expect(wider.state).toBe('submitted');
    expect(stepsOf(wider)).toEqual([
      ['release', 0, 1, 'open'],
      ['operations', 0, 1, 'waiting'],
    ]);
  });

  it('refuses to submit what no step is asked for of, with the remedy', async () => {
    const portal = await portalWith({
      steps: [{ ...release, when: [{ audienceEveryone: true }] }],
    });
    await expect(aSubmittedPlan(portal, await aDraft(portal))).rejects.toMatchObject({
      code: 'gate-not-met',
      fields: [{ field: 'approvers', remedy: expect.stringContaining('without `when`') }],
    });
  });

  it('[rule 4] refuses to submit what needs the same person in two steps', async () => {
    const portal = await portalWith({
      steps: [operations, { ...operations, id: 'again' }],
    });
    await expect(aSubmittedPlan(portal, await aDraft(portal))).rejects.toMatchObject({
      code: 'gate-not-met',
      message: expect.stringContaining('one person counts once'),
    });
  });

  it('asks the owners of the offer and of what it links to', async () => {
    const portal = await portalWith({
      steps: [{ id: 'owners', approvers: { ownersOf: ['offer', 'product'] } }],
    });
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(plan.approvers).toEqual(['group:default/operations', 'group:default/payments-team']);
    expect((await decideOn(portal, 'ada', plan)).state).toBe('approved');
  });

  describe('modules', () => {
    const asking = {
      steps: [{ id: 'on-call', approvers: { resolver: 'on-call' } }],
    };
    const resolving = (resolve: (facts: PlanFacts) => Promise<string[]>) => ({
      approval: { resolvers: new Map([['on-call', { id: 'on-call', resolve }]]) },
    });

    it('find approvers, who read and decide what they are asked, and nothing else', async () => {
      const seen: PlanFacts[] = [];
      const portal = await portalWith(
        asking,
        resolving(async facts => {
          seen.push(facts);
          return ['user:default/ada'];
        }),
      );
      const plan = await aSubmittedPlan(portal, await aDraft(portal));
      expect(seen).toHaveLength(1);
      expect(seen[0]).toMatchObject({ scenario: 'new', offers: [{ riskRoute: 'request' }] });
      const refused = { status: 403, code: 'not-allowed' };
      const read = (who: string, id: string) => portal.as(who)('getPlan', { params: { id } });
      expect(await refusalOf(read('ben', plan.id))).toEqual(refused);
      expect(await refusalOf(read('ada', '00000000-0000-4000-8000-000000000000'))).toEqual(refused);
      expect((await read('ada', plan.id)).can.decide).toBe(true);
      const list = async (who: string) =>
        (await portal.as(who)('listPlans', {})).items.map(({ id }) => id);
      const another = await portal.as('carla')('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [(await aDraft(portal)).id],
          release: { local: RELEASE, zone: 'UTC' },
        },
      });
      expect(await list('ada')).toEqual([plan.id]);
      expect((await list('carla')).sort()).toEqual([plan.id, another.id].sort());
      const like = async (scenario: 'new' | 'change') =>
        (await portal.as('carla')('listPlans', { query: { scenario } })).items.length;
      expect([await like('new'), await like('change')]).toEqual([2, 0]);
      expect(await refusalOf(list('ben'))).toEqual(refused);
      const draftOf = another.offers[0]?.name ?? '';
      expect((await portal.as('ada')('listPlans', { query: { offer: draftOf } })).items).toEqual(
        [],
      );
      expect((await decideOn(portal, 'ada', plan)).state).toBe('approved');
    });

    it('that fail are said to whoever submits, and an edit takes the plan back', async () => {
      let fails = true;
      const portal = await portalWith(
        asking,
        resolving(async () => {
          if (fails) throw new Error('roster down');
          return ['user:default/ada'];
        }),
      );
      const offer = await aDraft(portal);
      const plan = await portal.as('carla')('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [offer.id],
          release: { local: '2026-12-10T09:00', zone: 'UTC' },
        },
      });
      const submit = () =>
        portal.as('carla')('submitPlan', { params: { id: plan.id }, revision: plan.revision });
      await expect(submit()).rejects.toMatchObject({
        status: 502,
        code: 'approvers-unknown',
        message: expect.stringContaining('The resolver on-call'),
      });
      fails = false;
      expect((await submit()).state).toBe('submitted');
      fails = true;
      await editDraftOf(portal, 'carla', offer.id, cheaper);
      expect((await planOf(portal, plan.id)).state).toBe('draft');
    });

    it('judge by rules of their own', async () => {
      const frozen = {
        id: 'frozen',
        holds: (_: unknown, { quarter }: Record<string, unknown>) => quarter === 4,
      };
      const portal = await portalWith(
        {
          steps: [
            release,
            { ...operations, when: [{ rule: { id: 'frozen', params: { quarter: 4 } } }] },
            { ...operations, id: 'no', when: [{ rule: { id: 'frozen', params: { quarter: 3 } } }] },
          ],
        },
        { approval: { conditions: new Map([['frozen', frozen]]) } },
      );
      const plan = await aSubmittedPlan(portal, await aDraft(portal));
      expect(plan.approval.steps.map(({ id }) => id)).toEqual(['release', 'operations']);
    });
  });

  it('[rule 3] voids approvals for words too where policy says so', async () => {
    const portal = await portalWith({
      approvers: ['group:default/release-managers'],
      material: { alsoParts: ['knowledge'] },
    });
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    expect((await decideOn(portal, 'mia', plan)).state).toBe('approved');
    await editDraftOf(portal, 'carla', offer.id, {
      knowledge: {
        runbooks: [{ title: 'Another', url: 'https://runbooks.test/another' }],
        documents: [{ title: 'Manual', url: 'https://docs.test/manual' }],
      },
    });
    expect(await planOf(portal, plan.id)).toMatchObject({
      state: 'submitted',
      approval: { given: 0 },
    });
  });

  it('takes no decision in Slack that is to be taken in the portal', async () => {
    const portal = await portalWith({ steps: [{ ...release, decideIn: 'portal' }] });
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(plan.decideIn).toBe('portal');
    const body = { verdict: 'approve' as const, contentHash: plan.contentHash };
    const params = { id: plan.id };
    const inSlack = portal.as('mia', { surface: 'slack' })('decide', { params, body });
    expect(await refusalOf(inSlack)).toEqual({ status: 403, code: 'decide-in-portal' });
    const inPortal = portal.as('mia', { surface: 'portal' })('decide', { params, body });
    expect((await inPortal).state).toBe('approved');
  });

  it('[rule 5] makes one transition of the last approval, whichever replica gets it', async () => {
    const database = await aDatabase(kind);
    try {
      const approval: ApprovalConfig = { steps: [{ ...release, need: { count: 2 } }, operations] };
      const replicas = [
        await portalWith(approval, { database }),
        ...(kind === 'pg' ? [await portalWith(approval, { database })] : []),
      ];
      const [one = replicas[0]] = replicas;
      if (!one) throw new Error('no replica');
      const other = replicas[1] ?? one;
      const plan = await aSubmittedPlan(one, await aDraft(one));
      const answers = await Promise.all(
        ['mia', 'ravi', 'rosa'].flatMap(who =>
          [one, other].map(portal =>
            decideOn(portal, who, plan).then(
              ({ state }) => state,
              (error: { code?: string }) => error.code,
            ),
          ),
        ),
      );
      expect(answers.filter(answer => answer === 'submitted')).toHaveLength(2);
      const last = await Promise.all(
        [one, other].map(portal =>
          decideOn(portal, 'nils', plan).then(
            ({ state }) => state,
            (error: { code?: string }) => error.code,
          ),
        ),
      );
      expect(last.sort()).toEqual(['already-decided', 'approved']);
      const { items } = await one.as('carla')('audit', {
        query: { subjectKind: 'plan', subjectId: plan.id },
      });
      const approvals = items.filter(({ action }) => action === 'plan.approve');
      expect(approvals.filter(({ change }) => change.state === 'approved')).toHaveLength(1);
      expect(approvals).toHaveLength(3);
      const outcomes = (await planOf(one, plan.id)).deliveries.filter(
        ({ kind: what }) => what === 'outcome-notice',
      );
      expect(outcomes).toHaveLength(1);
    } finally {
      await Promise.all(open.map(portal => portal.stop()));
      open = [];
      await database.destroy();
    }
  });
});
