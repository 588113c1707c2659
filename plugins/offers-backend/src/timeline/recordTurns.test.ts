import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft } from '../__testUtils__/stories';
import { recordTurns } from './recordTurns';
import { replaceTurns } from './turnStore';

const MANY = 2_500;
const QUESTIONS = 12;

describe.each(databaseKinds)('very many turns at one instant, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    const { id } = await aDraft(portal);
    const at = '2026-12-10T09:00:00.000Z';
    const turns = Array.from({ length: MANY }, (_, number) => ({ at, kind: 'available', number }));
    await replaceTurns(portal.ctx.db.knex, id, turns, '2026-12-10T08:00:00.000Z');
    portal.clock.set('2026-12-10T09:00:00.000Z');
    jest.spyOn(portal.ctx.db, 'now').mockImplementation(async () => at);
  });
  afterAll(() => portal.stop());

  it('[rule 5] are recorded, each once, while who asks several things waits for a few of them, not for each again', async () => {
    const { knex } = portal.ctx.db;
    const open = async () => (await knex('turns').whereNull('recorded_at').pluck('number')).length;
    const recording = recordTurns(portal.ctx);
    const seen: number[] = [];
    for (let asked = 0; asked < QUESTIONS; asked += 1) seen.push(await open());
    expect(await recording).toBe(MANY);
    const recorded = await knex('audit').where({ action: 'offer.available' }).pluck('change');
    expect(new Set(recorded).size).toBe(MANY);
    expect(recorded).toHaveLength(MANY);
    // SQLite has one connection: each question would wait for the next of ten transactions. Elsewhere nobody waits.
    const waits = kind === 'pg' ? 0 : new Set(seen).size;
    expect(waits).toBeLessThan(QUESTIONS / 2);
  });
});
