import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Caller, TestPortal } from '../__testUtils__/portal';
import { Change, changes, source } from '../audit/__testUtils__/changes';
import { proofKinds } from './__testUtils__/kinds';
import { bundleRaces } from './__testUtils__/races/bundles';
import { claimsInTheCode } from './__testUtils__/races/claims';
import { AS_OFTEN_AS_ASKED, covered, OPERATIONS } from './__testUtils__/races/covered';
import { answerOf, isUnknown, Replicas, replicasOf, withKey } from './__testUtils__/races/replicas';
import { races as others } from './__testUtils__/races/sweeps';
import { keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const seed = proofSeed();
const rounds = proofRuns({ short: 1 });
const CONTENDERS = 4;
const races = [...others, ...bundleRaces];
const settings = {
  approval: {
    approvers: ['group:default/release-managers'],
    required: 1,
    channel: 'C0APPROVE',
    expireAfterDays: 30,
    breakGlass: { groups: ['group:default/operations'] },
  },
};

test('[rule 5] every claim in the code has a race, and every race is of a claim or a sweep', () => {
  expect(claimsInTheCode()).toEqual(Object.keys(covered).sort());
  const known = new Set([OPERATIONS, ...races.map(({ name }) => name)]);
  expect(Object.values(covered).filter(race => !known.has(race))).toEqual([]);
});

const operations = Object.entries(changes).flatMap(([id, told]) =>
  typeof told === 'string' || id in AS_OFTEN_AS_ASKED
    ? []
    : told.map(change => [`${id} ${change.label ?? ''}`.trim(), change] as const),
);

/** Refused to whoever comes second, whatever key they come with. */
const ONCE_AT_ALL =
  /^(decide|breakGlass|releasePlan|suspendOffer|resumeOffer|reviewSuspension|actOnRing|createPlan|startNextVersion|planRecalculation|revokeDelegation|revokeWaiver|reportProductRelease)\b/;

describe.each(proofKinds)('replicas that race, on %s', kind => {
  let replicas: Replicas;
  const counted = { replicas: 0, races: 0, requests: 0, cuts: 0, unknown: 0 };
  let turn = seed;
  afterAll(() => keepResult('R2', { kind, seed, rounds, ...counted }));

  /** Everybody at once; in every third race the connections of a replica are cut meanwhile, and who heard nothing asks again. */
  async function race(contend: (portal: TestPortal, index: number) => Promise<unknown>) {
    turn += 1;
    counted.races += 1;
    counted.requests += CONTENDERS;
    const among = replicas.all.slice(0, turn % 2 === 0 ? 2 : 3);
    const at = (index: number) => among[index % among.length] ?? replicas.first;
    const going = Array.from({ length: CONTENDERS }, (_, index) =>
      answerOf(contend(at(index), index)),
    );
    if (turn % 3 === 0) {
      await setTimeout((turn * 7) % 23);
      replicas.cut(turn);
      counted.cuts += 1;
    }
    const answers = await Promise.all(going);
    const silent = answers.flatMap((answer, index) => (isUnknown(answer) ? [index] : []));
    counted.unknown += silent.length;
    for (const index of silent) {
      const again = await answerOf(contend(at(index + 1), index));
      expect(isUnknown(again)).toBe(false);
    }
    return answers;
  }

  const callerOf = (portal: TestPortal, { by }: Change): Caller => {
    if (by === 'bot') return portal.bot;
    return by === 'pipeline' ? portal.pipeline : portal.as(by, { surface: 'slack' });
  };
  const log = async () =>
    (await replicas.first.as('carla')('audit', { query: { limit: 100 } })).items;

  /** What is left in the log of a change that many ask for at once. */
  async function leftBy(change: Change, keyOf: (index: number) => string): Promise<string[]> {
    const act = await change.prepare(replicas.first);
    const before = (await log())[0]?.seq ?? 0;
    replicas.first.clock.pass(61);
    await race((portal, index) => act(withKey(callerOf(portal, change), keyOf(index))));
    const left = (await log()).filter(({ seq }) => seq > before).reverse();
    return left.map(({ action }) => action);
  }

  describe.each(Array.from({ length: rounds }, (_, round) => round))('round %i', () => {
    // A round leaves its clock weeks ahead, and hundreds of deliveries for the next one's bots.
    beforeAll(async () => {
      replicas = await replicasOf(kind, 3, { settings, sources: [source] });
      counted.replicas = replicas.all.length;
    }, 600_000);
    afterAll(() => replicas.stop());

    test.each(operations)(
      '[rule 5] %s is done once by many with one key',
      async (_title, change) => {
        const key = randomUUID();
        expect(await leftBy(change, () => key)).toEqual(change.leaves);
      },
    );

    test.each(operations.filter(([title]) => ONCE_AT_ALL.test(title)))(
      '[rule 5] %s is done once by many, each with a key of their own',
      async (_title, change) => {
        const keys = Array.from({ length: CONTENDERS }, () => randomUUID());
        expect(await leftBy(change, index => keys[index] ?? '')).toEqual(change.leaves);
      },
    );

    test.each(races)('[rule 5] $name: once', async ({ prepare }) => {
      const { contend, done, once: expected = 1 } = await prepare(replicas);
      await race(contend);
      expect(await done()).toBe(expected);
    });

    test('[rule 12] and the log is whole afterwards', async () => {
      expect((await replicas.first.as('carla')('checkAudit', {})).whole).toBe(true);
    });
  });
});
