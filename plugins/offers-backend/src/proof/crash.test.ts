import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDatabase, TestDatabase } from '../__testUtils__/databases';
import { proofKinds } from './__testUtils__/kinds';
import { freePort } from './__testUtils__/crash/place';
import { tell } from './__testUtils__/crash/tell';
import { Program } from './__testUtils__/bundle';
import { Victim, victimIn } from './__testUtils__/crash/Victim';
import { Desk } from './__testUtils__/model/desk';
import { begin, happenings, lookBack, openOffice, OWNER } from './__testUtils__/model/happening';
import { later } from './__testUtils__/model/world';
import { isTimeOver, keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const seed = proofSeed();
const SHORT = 3;
const runs = proofRuns({ short: SHORT });
const isLong = runs > SHORT;
const FIRST = '2026-12-01T09:00:00.000Z';
const HOURS_APART = 2_400;
/** So many histories share a database and its backend. */
const EACH = 40;

/** A start of the backend takes a second of the processor: the short form kills on one database only. */
const kinds = isLong ? proofKinds : proofKinds.slice(0, 1);

describe.each(kinds)('a backend that is killed, on %s', kind => {
  let folder: string;
  let program: Program;
  let database: TestDatabase | undefined;
  let victim: Victim | undefined;
  let used = 0;
  const counted = { histories: 0, kills: 0, requests: 0, unanswered: 0, posted: 0 };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'offers-crash-'));
    program = victimIn(folder);
  });
  afterAll(async () => {
    // Also of a run that found something: what it went through until then was proved.
    keepResult('R1', { kind, seed, ...counted });
    await close();
    rmSync(folder, { recursive: true });
  });

  async function open(): Promise<Victim> {
    database = await aDatabase(kind);
    const { connection } = database;
    const time = join(folder, 'now');
    const place = { kind, connection, time, port: await freePort(), histories: EACH };
    const started = new Victim(place, program);
    await started.start();
    await openOffice(started.portal, EACH);
    used = 0;
    return started;
  }

  async function close(): Promise<void> {
    await victim?.stop();
    victim = undefined;
    await database?.destroy();
    database = undefined;
  }

  test(`[rule 6] loses nothing that was answered, and does nothing twice (seed ${seed})`, async () => {
    const instants = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(happenings(isLong ? 30 : 6), instants, async (steps, deaths) => {
        if (isTimeOver()) return;
        if (used === EACH) await close();
        victim ??= await open();
        const before = victim.kills;
        const desk = new Desk([victim.portal], `h${used}`, OWNER);
        used += 1;
        const start = later(FIRST, used * HOURS_APART);
        const history = await begin(desk, victim, {
          offers: 2,
          bundles: true,
          published: 0,
          ringed: false,
          then: 'nothing',
          start,
        });
        await fc.asyncModelRun(() => ({ model: {}, real: { history } }), steps);
        const posted = await tell(desk, victim, deaths);
        history.catchUp();
        await lookBack(history, posted);
        counted.histories += 1;
        counted.kills += victim.kills - before;
        counted.requests += history.requests;
        counted.unanswered += history.unanswered;
        counted.posted += posted.length;
      }),
      { seed, numRuns: runs, endOnFailure: true },
    );
    expect(isTimeOver() ? runs : counted.histories).toBe(runs);
  }, 43_200_000);
});
