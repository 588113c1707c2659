import { randomUUID } from 'node:crypto';
import { authorized, Bench, Scenario } from '../measure/bench';
import { Answers, burst, inTurns, ratio, Shot } from '../measure/load';
import { beside as besideInWords, milliseconds, Result, times } from '../measure/result';
import { SignedIn } from '../stand/Stand';
import { groupRef, WorldOffer, worldOffer } from '../seed/world';

/** Changes that are made at once, and how many make a turn. */
const AT_ONCE = 16;
const IN_A_TURN = 96;

/** Numbers of offers that no other part of the benchmark uses. */
let nextIndex = 500_000_000 + Math.floor(Date.now() / 1000) * 100;
const freshOffer = (): WorldOffer => worldOffer((nextIndex += 1));

function post(
  person: SignedIn,
  path: string,
  body: unknown,
  more: { method?: 'POST' | 'PUT'; headers?: Record<string, string> } = {},
): Shot {
  return {
    method: more.method ?? 'POST',
    path,
    headers: {
      ...authorized(person),
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...more.headers,
    },
    body: JSON.stringify(body),
  };
}

const newOffer = ({ name, interaction, owner, content }: WorldOffer) => ({
  name,
  interaction,
  owner,
  content,
});

/** P7: changes of state beside a transaction written by hand with the same parts, 16 at once. */
export const changes: Scenario = async bench => {
  const all = IN_A_TURN * (bench.turns + 1);
  return [
    await beside(bench, 'create an offer', 'create', {
      ours: Array.from({ length: all }, () =>
        post(bench.carla, '/api/offers/offers', newOffer(freshOffer())),
      ),
      hand: Array.from({ length: all }, () =>
        post(bench.carla, '/api/offers/ceiling/write/create', { content: freshOffer().content }),
      ),
    }),
    await beside(bench, 'edit a draft', 'update', {
      ours: await draftEdits(bench, all),
      hand: await rowEdits(bench, all),
    }),
    await beside(bench, 'approve a plan', 'decide', {
      ours: await approvals(bench, all),
      hand: await rowEdits(bench, all),
    }),
  ].flat();
};

async function beside(
  bench: Bench,
  what: string,
  name: string,
  shots: { ours: Shot[]; hand: Shot[] },
): Promise<Result[]> {
  const turnOf = (side: 'ours' | 'hand') => async (): Promise<Answers> => {
    const before = await bench.stand.processorTime();
    const answers = await burst(bench.stand.address, shots[side].splice(0, IN_A_TURN), AT_ONCE);
    return { ...answers, cpu: (await bench.stand.processorTime()) - before };
  };
  const sides = await inTurns({ ours: turnOf('ours'), hand: turnOf('hand') }, bench.turns);
  const value = ratio(sides.ours, sides.hand);
  return [
    {
      row: 'P7',
      what: `${name}: ${what}, beside a transaction written by hand`,
      figure: times(value),
      wanted: '≥ 0.7×',
      reached: value >= 0.7,
      detail: besideInWords(sides.ours, sides.hand),
    },
    {
      row: 'P7',
      what: `${name}: p99 at ${AT_ONCE} at once`,
      figure: milliseconds(sides.ours.p99),
      wanted: '≤ 60 ms',
      reached: sides.ours.p99 <= 60,
      detail: `p50 ${milliseconds(sides.ours.p50)}`,
    },
    {
      row: 'P7',
      what: `${name}: the same beside the transaction written by hand`,
      figure: times(ratio(sides.ours, sides.hand, 'p99')),
      wanted: '',
      detail: `by hand p50 ${milliseconds(sides.hand.p50)}, p99 ${milliseconds(sides.hand.p99)}`,
    },
  ];
}

/** Edits of a hundred drafts in turn, each with the revision that the one before left. */
async function draftEdits(bench: Bench, count: number): Promise<Shot[]> {
  const drafts: { id: string; revision: number; offer: WorldOffer }[] = [];
  for (let made = 0; made < 100; made += 1) {
    const offer = freshOffer();
    const { id, revision } = await bench.carla.call('createOffer', { body: newOffer(offer) });
    drafts.push({ id, revision, offer });
  }
  return Array.from({ length: count }, (_, number) => {
    const draft = drafts[number % drafts.length];
    if (!draft) throw new Error('There is no draft to edit.');
    const { owner, content } = draft.offer;
    const revision = draft.revision + Math.floor(number / drafts.length);
    const information = { ...content.information, summary: `Edited ${number} times` };
    return post(
      bench.carla,
      `/api/offers/offers/${draft.id}/draft`,
      { owner, content: { ...content, information } },
      { method: 'PUT', headers: { 'if-match': `"${revision}"` } },
    );
  });
}

/** Changes of a hundred rows in turn, written by hand. */
async function rowEdits(bench: Bench, count: number): Promise<Shot[]> {
  const ids: string[] = [];
  for (let made = 0; made < 100; made += 1) {
    const shot = post(bench.carla, '/api/offers/ceiling/write/create', {
      content: freshOffer().content,
    });
    const answer = await fetch(`${bench.stand.address}${shot.path}`, {
      method: 'POST',
      headers: shot.headers,
      body: shot.body ?? '',
    });
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return Array.from({ length: count }, (_, number) =>
    post(bench.carla, '/api/offers/ceiling/write/change', {
      id: ids[number % ids.length],
      content: freshOffer().content,
    }),
  );
}

/** Decisions of Mia on plans that Carla submitted. */
async function approvals(bench: Bench, count: number): Promise<Shot[]> {
  const shots: Shot[] = [];
  const makers = Array.from({ length: 8 }, async () => {
    while (shots.length < count) {
      const plan = await submittedPlan(bench.carla);
      shots.push(
        post(bench.mia, `/api/offers/plans/${plan.id}/decisions`, {
          verdict: 'approve',
          contentHash: plan.contentHash,
        }),
      );
    }
  });
  await Promise.all(makers);
  return shots;
}

async function submittedPlan(carla: SignedIn) {
  const offer = freshOffer();
  const { id } = await carla.call('createOffer', {
    body: { ...newOffer(offer), owner: groupRef('team-000') },
  });
  const release = { local: '2027-06-01T09:00', zone: 'UTC' };
  const plan = await carla.call('createPlan', {
    body: { scenario: 'new', offerIds: [id], release },
  });
  return carla.call('submitPlan', { params: { id: plan.id }, revision: plan.revision });
}
