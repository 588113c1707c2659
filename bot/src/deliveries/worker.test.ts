import {
  ClaimedDelivery,
  OffersProblem,
  slackErrorWords,
} from '@offerdesk/backstage-plugin-offers-common';
import { aDelivery } from '../__testUtils__/builders';
import { jsonLog } from '../log';
import { pause } from '../time';
import { Outcome } from './outcome';
import { DeliveryWorker, WorkerOptions } from './worker';

const SENT: Outcome = { result: 'sent', channel: 'C1', ts: '1.1' };

function aWorker(batches: ClaimedDelivery[][], changes: Partial<WorkerOptions> = {}) {
  const settled: [string, Outcome][] = [];
  const claims: number[] = [];
  const lines: string[] = [];
  const worker = new DeliveryWorker({
    queue: {
      claim: async () => {
        claims.push(performance.now());
        return batches.shift() ?? [];
      },
      settle: async ({ id }, outcome) => {
        settled.push([id, outcome]);
      },
    },
    deliver: async () => SENT,
    log: jsonLog('info', line => lines.push(line)),
    pollMs: 10_000,
    maxPauseMs: 10_000,
    ...changes,
  });
  return { worker, settled, claims, lines };
}

describe('The delivery worker', () => {
  it('claims, sends and settles', async () => {
    const { worker, settled } = aWorker([[aDelivery({ id: 'a' })], [aDelivery({ id: 'b' })]]);
    worker.start();
    await pause(250);
    await worker.stop();
    expect(settled).toEqual([
      ['a', SENT],
      ['b', SENT],
    ]);
    expect(worker.lastClaimOk).toBe(true);
  });

  it('looks at once when somebody has just decided', async () => {
    const { worker, claims } = aWorker([]);
    worker.start();
    await pause(20);
    worker.nudge();
    await pause(20);
    await worker.stop();
    expect(claims).toHaveLength(2);
  });

  it('keeps the order within a channel, and lets channels go side by side', async () => {
    const events: string[] = [];
    const target = (channel: string) => ({ target: { kind: 'channel' as const, channel } });
    const batch = [
      aDelivery({ id: 'a1', ...target('A') }),
      aDelivery({ id: 'a2', ...target('A') }),
      aDelivery({ id: 'b1', ...target('B') }),
    ];
    const { worker } = aWorker([batch], {
      deliver: async ({ id }) => {
        events.push(`${id} begins`);
        await pause(10);
        events.push(`${id} ends`);
        return SENT;
      },
    });
    worker.start();
    await pause(60);
    await worker.stop();
    expect(events.indexOf('a2 begins')).toBeGreaterThan(events.indexOf('a1 ends'));
    expect(events.indexOf('b1 begins')).toBeLessThan(events.indexOf('a1 ends'));
  });

  it('[rule 6] finishes what is in hand when it is stopped, and claims no more', async () => {
    const { worker, settled, claims } = aWorker(
      [[aDelivery({ id: 'a' })], [aDelivery({ id: 'b' })]],
      {
        deliver: async () => {
          await pause(30);
          return SENT;
        },
      },
    );
    worker.start();
    await pause(10);
    await worker.stop();
    expect(settled.map(([id]) => id)).toEqual(['a']);
    expect(claims).toHaveLength(1);
  });

  it('backs off while the portal is silent, says so once, and recovers', async () => {
    let failures = 3;
    const { worker, lines } = aWorker([], {
      pollMs: 1,
      queue: {
        claim: async () => {
          failures -= 1;
          if (failures >= 0) throw new Error('connect ECONNREFUSED');
          return [];
        },
        settle: async () => {},
      },
    });
    worker.start();
    await pause(5);
    expect(worker.lastClaimOk).toBe(false);
    await pause(60);
    await worker.stop();
    expect(worker.lastClaimOk).toBe(true);
    expect(lines.filter(line => line.includes('cannot be claimed'))).toHaveLength(1);
  });

  it('settles again when the portal was silent, and not when the claim has passed to another', async () => {
    const tries: string[] = [];
    const run = async (error: Error) => {
      tries.length = 0;
      const batches = [[aDelivery({ id: 'a' })]];
      const { worker } = aWorker([], {
        queue: {
          claim: async () => batches.shift() ?? [],
          settle: async ({ id }) => {
            tries.push(id);
            if (tries.length === 1) throw error;
          },
        },
      });
      worker.start();
      await pause(700);
      await worker.stop();
      return tries.length;
    };
    expect(await run(new Error('connect ECONNREFUSED'))).toBe(2);
    expect(await run(new OffersProblem(409, 'lease-lost', 'gone'))).toBe(1);
  });

  it('a limited channel keeps no other waiting, and its message comes in its turn', async () => {
    const target = (channel: string) => ({ target: { kind: 'channel' as const, channel } });
    let limited = 1;
    const sent: string[] = [];
    const { worker, settled } = aWorker(
      [
        [
          aDelivery({ id: 'a1', ...target('A') }),
          aDelivery({ id: 'a2', ...target('A') }),
          aDelivery({ id: 'b1', ...target('B') }),
        ],
      ],
      {
        deliver: async ({ id }) => {
          if (id === 'a1' && limited > 0) {
            limited -= 1;
            return { result: 'retry', error: slackErrorWords('ratelimited'), afterSeconds: 1 };
          }
          sent.push(id);
          return SENT;
        },
      },
    );
    worker.start();
    await pause(300);
    expect(sent).toEqual(['b1']);
    while (sent.length < 3) await pause(50);
    await worker.stop();
    expect(sent).toEqual(['b1', 'a1', 'a2']);
    expect(settled.map(([, { result }]) => result)).toEqual(['sent', 'sent', 'sent']);
  });

  it('gives back what would wait long, and what was not begun when it is stopped', async () => {
    const batch = Array.from({ length: 20 }, (_each, index) => aDelivery({ id: `${index}` }));
    const { worker, settled } = aWorker([batch], {
      deliver: async () => {
        await pause(100);
        return SENT;
      },
    });
    worker.start();
    await pause(50);
    await worker.stop();
    const [sent, ...others] = settled.sort(([a], [b]) => Number(a) - Number(b));
    expect(sent).toEqual(['0', SENT]);
    expect(others).toHaveLength(19);
    const waits = others.map(([, outcome]) =>
      outcome.result === 'retry' ? outcome.afterSeconds : undefined,
    );
    // Those near their turn are anybody's at once; the others when their turn is.
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits.at(-1)).toBeGreaterThan(8);
  });
});
