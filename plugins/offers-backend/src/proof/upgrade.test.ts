import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { anEmptyDatabase, databaseKinds, TestDatabase } from '../__testUtils__/databases';
import { TestPortal } from '../__testUtils__/portal';
import { Change, changes } from '../audit/__testUtils__/changes';
import { freePort } from './__testUtils__/crash/place';
import { FileClock } from './__testUtils__/FileClock';
import { Asked } from './__testUtils__/model/desk';
import { AS_OFTEN_AS_ASKED } from './__testUtils__/races/covered';
import { withKey } from './__testUtils__/races/replicas';
import { keepResult, proofRuns, proofSeed } from './__testUtils__/runs';
import { Backend } from './__testUtils__/upgrade/Backend';
import { Crowd } from './__testUtils__/upgrade/Crowd';
import { ROWS } from './__testUtils__/upgrade/imports';
import { IMPORTS, Office } from './__testUtils__/upgrade/Office';
import { forgetProjected, projectedIn } from './__testUtils__/upgrade/projected';

const seed = proofSeed();
const rounds = proofRuns({ short: 1 });
/** The working tree of an older release; `run.mjs R10two` makes one. */
const before = process.env.OFFERDESK_PROOF_RELEASE_BEFORE;
const TREE = join(__dirname, '../../../..');

/** The changes that both releases know, each on its own. */
function changesKnownBy(document: string): { id: string; change: Change }[] {
  return Object.entries(changes).flatMap(([id, told]) => {
    // Imports are raced by the office.
    const isKnown = document.includes(`"operationId":"${id}"`) && id !== 'importSource';
    if (typeof told === 'string' || id in AS_OFTEN_AS_ASKED || !isKnown) return [];
    return told.map(change => ({ id, change }));
  });
}

function callerOf({ as, bot, pipeline }: Asked, { by }: Change) {
  if (by === 'bot') return bot;
  return by === 'pipeline' ? pipeline : as(by, { surface: 'slack' });
}

const describeThere = before && databaseKinds.includes('pg') ? describe : describe.skip;

describeThere.each(Array.from({ length: rounds }, (_, round) => round))(
  'two releases on one database (round %i)',
  round => {
    let folder: string;
    let database: TestDatabase;
    let knex: Knex;
    let clock: FileClock;
    let older: Backend;
    let newer: Backend;
    let crowd: Crowd;
    let office: Office;
    const counted = { operations: 0, migrations: 0 };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'offers-upgrade-'));
      const time = join(folder, 'now');
      clock = new FileClock(time);
      database = await anEmptyDatabase('pg');
      knex = database.connect();
      const at = async (name: string, tree: string) => {
        const { connection } = database;
        const place = { kind: 'pg' as const, connection, time, port: await freePort() };
        return new Backend(
          name,
          { tree, imports: IMPORTS, place: { ...place, histories: 1 } },
          clock,
        );
      };
      older = await at('older', before ?? '');
      newer = await at('newer', TREE);
      crowd = new Crowd([older, newer], seed + round);
      office = new Office(crowd, [older, newer], clock);
      await older.start({ isBesideLater: false });
    }, 600_000);
    afterAll(async () => {
      const { done, imports, posted, phases } = office;
      const figures = { works: done.length, imports, posted: posted.length, phases };
      keepResult('R10 two', { kind: 'pg', seed, round, ...counted, ...crowd.counted, ...figures });
      await older.kill();
      await newer.kill();
      await database.destroy();
      rmSync(folder, { recursive: true });
    });

    const migrated = async () => (await knex('knex_migrations')).length;

    it(`the newer migrates while the older works (seed ${seed})`, async () => {
      await office.meanwhile('older alone', () => setTimeout(1_000));
      const known = await migrated();
      await office.meanwhile('newer migrates', async () => {
        await setTimeout((seed + round * 97) % 300);
        await newer.start({ isBesideLater: false });
      });
      counted.migrations = (await migrated()) - known;
      expect(counted.migrations).toBeGreaterThan(0);
      await office.meanwhile('both', () => setTimeout(8_000));
    }, 600_000);

    it('the older is killed and starts again beside what it does not know', async () => {
      await office.meanwhile('older again', async () => {
        await older.kill();
        await older.start({ isBesideLater: true });
        await setTimeout(4_000);
      });
      expect(older.isUp).toBe(true);
    }, 600_000);

    it('[rule 5] each operation is done once, where both are asked at once', async () => {
      const document = await (await fetch(`${older.url}/openapi.json`)).text();
      for (const { id, change } of changesKnownBy(document)) {
        const { portal: first } = counted.operations % 2 === 0 ? older : newer;
        // What a story of the tests asks the database itself for, it finds there.
        const portal = { ...first, ctx: { db: { knex } } } as unknown as TestPortal;
        const act = await change.prepare(portal);
        const head = await knex('audit').max<{ seq: number }>({ seq: 'seq' }).first();
        clock.pass(61);
        const key = randomUUID();
        await crowd.askAll(asked => act(withKey(callerOf(asked, change), key)));
        const left = await knex('audit')
          .where('seq', '>', head?.seq ?? 0)
          .orderBy('seq')
          .pluck('action');
        expect({ id, left }).toEqual({ id, left: change.leaves });
        counted.operations += 1;
      }
      expect(counted.operations).toBeGreaterThan(50);
    }, 600_000);

    it('both answer alike', async () => {
      const alike = async <T>(ask: (portal: Asked) => Promise<T>): Promise<T> => {
        const [fromOlder, fromNewer] = await Promise.all([ask(older.portal), ask(newer.portal)]);
        expect(fromNewer).toEqual(fromOlder);
        return fromNewer;
      };
      const query = { limit: 100 };
      for (const name of ['ada', 'ben']) {
        const { items } = await alike(({ as }) => as(name)('browseOffers', { query }));
        expect(items.length).toBeGreaterThan(0);
        await alike(({ as }) => as(name)('browseOffers', { query: { ...query, q: 'postgresql' } }));
      }
      await alike(({ as }) => as('carla')('listOffers', { query }));
      await alike(({ as }) => as('carla')('listPlans', { query }));
    }, 600_000);

    it('the older ends, and the newer goes on', async () => {
      await older.stop();
      await office.meanwhile('newer alone', () => setTimeout(1_000));
      expect(crowd.failures).toEqual([]);
    }, 600_000);

    it('[rules 5 and 6] nothing was lost or done twice', async () => {
      expect(new Set(office.posted).size).toBe(office.posted.length);
      for (const { subjectId, actions } of office.done.flatMap(({ said }) => said)) {
        const found = await knex('audit')
          .where({ subject_id: subjectId })
          .whereNot('actor', 'like', 'system:%')
          .orderBy('seq')
          .pluck('action');
        expect(found.filter(action => action !== 'plan.tell')).toEqual(actions);
      }
      expect(await knex('audit').where({ action: 'source.import' })).toHaveLength(office.imports);
      const imported = await knex('offers').where('name', 'like', 'imported-%');
      expect(imported).toHaveLength(office.imports * ROWS);
    });

    it('[rule 12] the log is whole, and says nothing twice', async () => {
      const { whole } = await newer.portal.as('carla')('checkAudit', {});
      expect(whole).toBe(true);
      const turns = await knex('audit')
        .where('actor', 'system:time')
        .select('subject_id', 'action', 'change');
      const told = turns.map(turn => JSON.stringify(turn));
      expect(told.filter((turn, index) => told.indexOf(turn) < index)).toEqual([]);
    });

    it('lists, words and health are those that the newer makes anew', async () => {
      const found = await projectedIn(knex);
      expect(found.listed?.length).toBeGreaterThan(0);
      await newer.stop();
      await forgetProjected(knex);
      await newer.start({ isBesideLater: true });
      expect(await projectedIn(knex)).toEqual(found);
    }, 600_000);
  },
);
