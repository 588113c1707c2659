import { ContentInput, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { cheaper, completeContent } from '../../../__testUtils__/stories';
import { Asked } from '../model/desk';
import { Crowd } from './Crowd';

/** What somebody did, and what the log has to say of it: each once, in this order. */
export interface Done {
  name: string;
  said: { subjectId: string; actions: string[] }[];
}

const PLANNED = [
  'plan.create',
  'plan.submit',
  'plan.approve',
  'plan.implement',
  'plan.make-ready',
  'plan.release',
];

const REASON = 'Orders fail since the last deployment';

/** Somebody makes an offer, edits it, and releases it by a plan; then it is suspended and resumed, and a next version is released. */
export async function someoneWorks(crowd: Crowd): Promise<Done> {
  const name = `offer-${randomUUID()}`;
  const createKey = randomUUID();
  const { id } = await crowd.askAll(portal =>
    portal.as('carla')('createOffer', {
      body: {
        name,
        interaction: 'provision',
        owner: 'group:default/operations',
        content: completeContent(),
      },
      idempotencyKey: createKey,
    }),
  );
  await edited(crowd, id, cheaper);
  const first = await released(crowd, id, 'new');
  const said = [
    { subjectId: id, actions: ['offer.create', 'offer.edit', 'offer.publish'] },
    { subjectId: first, actions: PLANNED },
  ];
  await suspendedAndResumed(crowd, id);
  const nextKey = randomUUID();
  await crowd.askAll(portal =>
    portal.as('carla')('startNextVersion', {
      params: { id },
      body: {},
      idempotencyKey: nextKey,
    }),
  );
  await edited(crowd, id, { terms: { delivery: 'Delivered at once.', leadTimeDays: 1 } });
  said.push({ subjectId: await released(crowd, id, 'change'), actions: PLANNED });
  said[0]?.actions.push(
    'offer.suspend',
    'offer.resume',
    'offer.next-version',
    'offer.edit',
    'offer.publish',
  );
  return { name, said };
}

/** A draft that says something else; who hears of a conflict looks whether it was their own edit. */
async function edited(crowd: Crowd, id: string, changes: Partial<ContentInput>): Promise<void> {
  const params = { id };
  const read = (portal: Asked) => portal.as('carla')('getOffer', { params });
  const { owner, revision } = await crowd.ask(read);
  const body = { owner, content: completeContent(changes) };
  const edit = (portal: Asked) => portal.as('carla')('putDraft', { params, revision, body });
  await unlessDone(crowd.askAll(edit), async () => (await crowd.ask(read)).revision > revision);
}

/** A plan that is made, approved and released; its id. */
async function released(
  crowd: Crowd,
  offerId: string,
  scenario: 'new' | 'change',
): Promise<string> {
  const keys = { create: randomUUID(), decide: randomUUID(), release: randomUUID() };
  const { id, revision } = await crowd.askAll(portal =>
    portal.as('carla')('createPlan', {
      body: {
        scenario,
        offerIds: [offerId],
        release: { local: portal.clock.now().toISOString().slice(0, 16), zone: 'UTC' },
      },
      idempotencyKey: keys.create,
    }),
  );
  const params = { id };
  const read = (portal: Asked): Promise<Plan> => portal.as('carla')('getPlan', { params });
  await unlessDone(
    crowd.askAll(portal => portal.as('carla')('submitPlan', { params, revision })),
    async () => (await crowd.ask(read)).state !== 'draft',
  );
  const { contentHash } = await crowd.ask(read);
  await crowd.askAll(portal =>
    portal.as('mia')('decide', {
      params,
      body: { verdict: 'approve', contentHash },
      idempotencyKey: keys.decide,
    }),
  );
  await crowd.askAll(portal =>
    portal.as('carla')('releasePlan', {
      params,
      body: { contentHash },
      idempotencyKey: keys.release,
    }),
  );
  return id;
}

async function suspendedAndResumed(crowd: Crowd, id: string): Promise<void> {
  for (const act of ['suspendOffer', 'resumeOffer'] as const) {
    const idempotencyKey = randomUUID();
    await crowd.askAll(portal =>
      portal.as('nils')(act, { params: { id }, body: { reason: REASON }, idempotencyKey }),
    );
  }
}

/** Lets a conflict pass where it says that the same person had done it already. */
async function unlessDone(work: Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if ((error as { status?: number }).status !== 409 || !(await isDone())) throw error;
  }
}
