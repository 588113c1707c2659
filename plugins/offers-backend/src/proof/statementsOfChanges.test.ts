import sqlite3 from 'sqlite3';
import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, completeContent } from '../__testUtils__/stories';
import { planOf, recordingSelects } from './__testUtils__/plansOfLists';

/** Once a second, whoever comes first asks whether the structure changed. */
const NOW_AND_THEN = /^select "revision" from structure_state/;

/**
 * What a change costs is mostly how many statements it sends (measures.md, P7): each is a way to PostgreSQL and back, and a turn
 * of SQLite's thread, unless it can wait for another (`database/heldWrites.ts`). The numbers are exact, BEGIN and COMMIT
 * included; the same change written by hand takes ten.
 */
describe.each(databaseKinds)('how many statements a change sends on %s', kind => {
  let portal: TestPortal;
  const sent: string[] = [];
  const { Statement, Database } = sqlite3;
  const turns = [
    jest.spyOn(Statement.prototype, 'all'),
    jest.spyOn(Statement.prototype, 'run'),
    jest.spyOn(Database.prototype, 'exec'),
  ];
  const turnsOfThread = () => turns.reduce((sum, { mock }) => sum + mock.calls.length, 0);

  const counted = async <T>(
    work: () => Promise<T>,
  ): Promise<{ count: number; turns: number; result: T }> => {
    sent.length = 0;
    const before = turnsOfThread();
    const result = await work();
    const count = sent.filter(sql => !NOW_AND_THEN.test(sql)).length;
    return { count, turns: turnsOfThread() - before - (sent.length - count), result };
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
    // The driver `sqlite3` sends what has no answer together with what has one, or with the commit.
    if (kind !== 'sqlite3') return;
    const turnsOf = { create, edit, approve };
    expect(Object.entries(turnsOf).map(([what, each]) => `${what} ${each.turns}`)).toEqual([
      'create 3',
      'edit 5',
      'approve 11',
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
