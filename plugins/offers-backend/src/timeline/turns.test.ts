import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { queryPlan } from '../__testUtils__/queryPlan';
import { aDraft } from '../__testUtils__/stories';
import { claimDueTurns, dueTurnsQuery, replaceTurns, selectNextDue } from './turnStore';

const at = (minute: number) => new Date(Date.UTC(2026, 11, 10, 9, minute)).toISOString();

describe.each(databaseKinds)('turns that are due, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    const { id } = await aDraft(portal);
    const turns = [3, 1, 2, 9].map(minute => ({ at: at(minute), kind: 'available', number: 1 }));
    await replaceTurns(portal.ctx.db.knex, id, turns, at(0));
  });
  afterAll(() => portal.stop());

  it('[rule 5] are claimed the earliest first, each once, and the next one is known', async () => {
    const { knex } = portal.ctx.db;
    expect(await selectNextDue(knex)).toBe(at(1));
    const claim = (limit: number) =>
      portal.ctx.db.transaction(tx => claimDueTurns(tx, at(5), limit));
    expect((await claim(2)).map(turn => turn.at)).toEqual([at(1), at(2)]);
    expect((await claim(2)).map(turn => turn.at)).toEqual([at(3)]);
    expect(await claim(2)).toEqual([]);
    expect(await selectNextDue(knex)).toBe(at(9));
  });

  it('are found in their index', async () => {
    const { knex } = portal.ctx.db;
    const plan = await queryPlan(knex, dueTurnsQuery(knex, at(5), 10));
    expect(plan).toMatch(/turns_due/);
    expect(plan).not.toMatch(/Seq Scan|SCAN turns(?! USING)/);
  });
});
