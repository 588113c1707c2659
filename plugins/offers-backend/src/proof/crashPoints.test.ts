import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDatabase, TestDatabase } from '../__testUtils__/databases';
import { Deed, kinds as deeds } from './__testUtils__/crash/deeds';
import { freePort } from './__testUtils__/crash/place';
import { Victim, victimIn } from './__testUtils__/crash/Victim';
import { proofKinds } from './__testUtils__/kinds';
import { keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const seed = proofSeed();
const SHORT = 1;
const isLong = proofRuns({ short: SHORT }) > SHORT;

/** A start of the backend takes a second of the processor: the short form kills once in each use, on one database. */
const databases = isLong ? proofKinds : proofKinds.slice(0, 1);

describe.each(databases)('a backend that dies at a statement, on %s', kind => {
  let folder: string;
  let database: TestDatabase;
  let victim: Victim;
  const counted = { points: 0 };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'offers-points-'));
    database = await aDatabase(kind);
    const { connection } = database;
    const place = { kind, connection, time: join(folder, 'now'), port: await freePort() };
    victim = new Victim({ ...place, histories: 1 }, victimIn(folder));
    await victim.start();
  }, 300_000);
  afterAll(async () => {
    keepResult('R1 points', { kind, seed, ...counted, kills: victim.kills });
    await victim.stop();
    await database.destroy();
    rmSync(folder, { recursive: true });
  });

  /** Asks, and asks again of the one that comes after, if it has died; says whether it had. */
  async function askThrough({ ask }: Deed, statement: number): Promise<boolean> {
    await victim.armAtStatement(statement);
    const first = await ask().then(
      () => 'answered',
      () => 'silent',
    );
    if (await victim.revive()) {
      // What was done before it died is refused, or answered as it was then; what was not is done now.
      await ask().catch(() => {});
      return true;
    }
    expect(first).toBe('answered');
    return false;
  }

  /** In how many statements it is done. */
  async function countOf({ ask }: Deed): Promise<number> {
    await victim.armAtStatement(undefined);
    await ask();
    return victim.armAtStatement(undefined);
  }

  test.each(deeds)(
    `[rules 5 and 6] $name: is done once, wherever it dies (seed ${seed})`,
    async ({ leaves, prepare }) => {
      // What the uses before have left to be done is done with the first one, and not counted.
      if (isLong) await countOf(await prepare(victim));
      const statements = await countOf(await prepare(victim));
      const first = isLong ? 1 : 1 + (seed % statements);
      for (let at = first; ; at += 1) {
        const deed = await prepare(victim);
        const hasDied = await askThrough(deed, at);
        await victim.armAtStatement(undefined);
        expect([at, (await deed.done()).sort()]).toEqual([at, [...leaves].sort()]);
        counted.points += 1;
        if (hasDied && isLong) continue;
        // A run that survives has no statement left to die at.
        expect(hasDied || at > statements / 2).toBe(true);
        break;
      }
      expect((await victim.portal.as('carla')('checkAudit', {})).whole).toBe(true);
    },
    43_200_000,
  );
});
