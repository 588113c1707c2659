import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, completeContent } from '../__testUtils__/stories';
import { planOf, recordingSelects } from './__testUtils__/plansOfLists';

/** Once a second, whoever comes first asks whether the structure changed. */
const NOW_AND_THEN = /^select "revision" from structure_state/;

/**
 * What a change costs is mostly how many statements it sends (measures.md, P7): each is a turn of SQLite's thread, and a
 * way to PostgreSQL and back. The numbers are exact, BEGIN and COMMIT included; the same change written by hand takes ten.
 */
describe.each(databaseKinds)('how many statements a change sends on %s', kind => {
  let portal: TestPortal;
  const sent: string[] = [];
  const counted = async <T>(work: () => Promise<T>): Promise<{ count: number; result: T }> => {
    sent.length = 0;
    const result = await work();
    return { count: sent.filter(sql => !NOW_AND_THEN.test(sql)).length, result };
  };

  beforeAll(async () => {
    portal = await aPortal(kind);
    // The first change of a process forgets old answers, and learns where the log ends.
    await aDraft(portal);
    portal.ctx.db.knex.on('query', ({ sql }: { sql: string }) => sent.push(sql));
  });
  afterAll(() => portal.stop());

  const approved = (plan: Plan): Promise<Plan> =>
    portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'approve', contentHash: plan.contentHash },
    });

  it('eleven to create an offer, nine to edit its draft, fifteen to approve its plan; one less each on PostgreSQL', async () => {
    const create = await counted(() => aDraft(portal));
    const { id, revision, draft } = create.result;
    const information = {
      title: 'Another',
      summary: 'words',
      category: 'databases',
      tags: ['sql'],
    };
    const edit = await counted(() =>
      portal.as('carla')('putDraft', {
        params: { id },
        revision,
        body: { owner: 'group:default/operations', content: completeContent({ information }) },
      }),
    );
    expect(edit.result.draft?.content).not.toEqual(draft?.content);
    const submit = await counted(() => aSubmittedPlan(portal, edit.result));
    const plan = submit.result;

    const approve = await counted(() => approved(plan));
    expect(approve.result.state).toBe('approved');
    const counts = { create, edit, submit, approve };
    expect(Object.entries(counts).map(([what, { count }]) => `${what} ${count}`)).toEqual([
      `create ${kind === 'pg' ? 10 : 11}`,
      `edit ${kind === 'pg' ? 8 : 9}`,
      // Made and submitted. On PostgreSQL the lock of the delegations lets it read again.
      `submit ${kind === 'pg' ? 71 : 63}`,
      `approve ${kind === 'pg' ? 14 : 15}`,
    ]);
  });

  it('six to read a plan, of which most is read once', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const read = await counted(() => portal.as('carla')('getPlan', { params: { id: plan.id } }));
    expect(read.result.gate).toEqual(plan.gate);
    expect(read.count).toBe(6);
  });

  it('looks up what an approval reads ahead, however many offers there are', async () => {
    const { knex } = portal.ctx.db;
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const { statements } = await recordingSelects(knex, () => approved(plan));
    const [ahead, ...more] = statements.filter(({ sql }) => /json_(group_array|agg)/.test(sql));
    expect(more).toEqual([]);
    const steps = ahead ? (await planOf(knex, ahead)).split('\n') : [];
    // A join may read an index up to the ids that it looks for: all offers before that of the plan.
    expect(
      steps.filter(step => /Join|Nested Loop|Seq Scan on (?!structure_state)/.test(step)),
    ).toEqual([]);
    expect(steps.filter(step => /\b(Index Cond|SEARCH)\b/.test(step)).length).toBeGreaterThan(9);
  });
});
