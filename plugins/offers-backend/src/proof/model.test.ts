import fc from 'fast-check';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { proofKinds } from './__testUtils__/kinds';
import { Desk } from './__testUtils__/model/desk';
import { deliver } from './__testUtils__/model/ending';
import { Coverage } from './__testUtils__/model/coverage';
import { Beginning, beginnings } from './__testUtils__/model/beginning';
import {
  begin,
  happenings,
  lookBack,
  openOffice,
  OWNER,
  settingsFor,
} from './__testUtils__/model/happening';
import { History } from './__testUtils__/model/history';
import { Killer } from './__testUtils__/model/killer';
import { later } from './__testUtils__/model/world';
import { recordTurns } from '../timeline/recordTurns';
import { isTimeOver, keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const seed = proofSeed();
const runs = proofRuns({ short: 5 });
const FIRST = '2026-12-01T09:00:00.000Z';

/** So many histories share a database: each has offers, a category and a time of its own. */
const EACH = 10;
const HOURS_APART = 2_400;
/** In each of so many histories cards and notes are sent, too; in the others announcements alone. */
const CARDS_IN_EACH = 4;
/** From so many histories on, everything that can happen has to have happened. */
const MANY = 100;

describe.each(proofKinds)('histories of what many do at once, on %s', kind => {
  let replicas: TestPortal[] = [];
  let killer: Killer | undefined;
  let used = 0;
  const coverage = new Coverage();
  const counted = { histories: 0, steps: 0, requests: 0, unanswered: 0, released: 0 };

  async function open(): Promise<Killer> {
    const settings = settingsFor(EACH);
    // What these prove is not HTTP: requests are handed to the router as they are.
    const options = { settings, inProcess: true };
    const first = await aPortal(kind, options);
    const { clock, database } = first;
    const second = kind === 'pg' ? [await aPortal(kind, { ...options, clock, database })] : [];
    replicas = [first, ...second];
    for (const { ctx } of replicas) ctx.db.now = async () => clock.now().toISOString();
    used = 0;
    await openOffice(first, EACH);
    return new Killer(replicas.map(({ ctx }) => ctx.db.knex));
  }

  async function close(): Promise<void> {
    killer?.stop();
    killer = undefined;
    for (const portal of [...replicas].reverse()) await portal.stop();
  }
  afterAll(async () => {
    // Also of a run that found something: what it went through until then was proved.
    keepResult('R4', { kind, seed, ...counted, met: Object.fromEntries(coverage.met) });
    await close();
  });

  /** What approvers are told is two thirds of all that is sent, and no rule of these is about it. */
  async function dropCards(): Promise<void> {
    const waiting = replicas[0]?.ctx.db.knex('deliveries').where({ state: 'pending' });
    await waiting?.whereNot({ kind: 'announcement' }).update({ state: 'withheld' });
  }

  async function next(beginning: Beginning): Promise<History> {
    if (used === EACH) await close();
    killer ??= await open();
    const [first] = replicas;
    const recordTime = async () => first && recordTurns(first.ctx);
    const desk = new Desk(replicas, `h${used}`, OWNER, recordTime);
    used += 1;
    const start = later(FIRST, used * HOURS_APART);
    return begin(desk, killer, { ...beginning, start, coverage });
  }

  test(`[rules 1 to 7, 10, 12] are explained by the rules, one act after the other (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(happenings(40), beginnings, async (steps, beginning) => {
        if (isTimeOver()) return;
        const history = await next(beginning);
        await fc.asyncModelRun(() => ({ model: {}, real: { history } }), steps);
        if (counted.histories % CARDS_IN_EACH > 0) await dropCards();
        await lookBack(history, await deliver(history.desk));
        counted.histories += 1;
        counted.steps += history.told.length;
        counted.requests += history.requests;
        counted.unanswered += history.unanswered;
        counted.released += Object.values(history.model.plans).filter(
          ({ state }) => state === 'released',
        ).length;
      }),
      // Each attempt to shrink takes as long as the history; what happened is told in full instead.
      { seed, numRuns: runs, endOnFailure: true },
    );
    expect(isTimeOver() ? runs : counted.histories).toBe(runs);
    // A few histories meet most of it; many meet everything, or prove less than they say.
    expect(counted.histories < MANY ? [] : coverage.missing).toEqual([]);
  }, 43_200_000);
});
