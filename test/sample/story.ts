import { CallInput, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { setTimeout as wait } from 'node:timers/promises';
import { Caller } from '../support/people';
import { Addition, cloudOffers, offered, waiting } from './cloudOffers';
import { PLATFORM } from './common';
import { ownOffers, starterKit } from './ownOffers';

/** How long the software catalogue may take to read the sample organisation. */
const CATALOGUE_SECONDS = 90;
const DAY_MS = 86_400_000;

/** The sample people who have a part in it. */
export interface Cast {
  /** catalog manager */
  carla: Caller;
  /** release manager */
  mia: Caller;
  /** engineer */
  ben: Caller;
}

/**
 * Tells the story that the sample portal begins with, through the API: a cloud catalogue is imported, a
 * dozen of its offers, four of the platform team's own and a bundle are published, one is about to change,
 * one to end, a plan waits for its approval and a demand for its answer. What is there already stays, so
 * that a start that was cut off goes on.
 *
 * @throws an Error that says what the sample lacks
 */
export async function tellStory(cast: Cast, say: (line: string) => void): Promise<void> {
  const { carla } = cast;
  const report = await carla('importSource', { params: { id: 'aws' } });
  say(`Imported: ${report.created} created, ${report.unchanged} unchanged.`);
  if (report.rejected > 0) throw new Error('The sample catalogue has rows that were rejected.');
  const ids = new Map(report.rows.map(({ offerName, offerId }) => [offerName, offerId]));
  const idOf = (name: string) => {
    const id = ids.get(name);
    if (!id) throw new Error(`The sample has no offer called ${name}.`);
    return id;
  };
  for (const body of ownOffers) ids.set(body.name, await made(carla, body));
  const story = { ...cast, idOf, say };
  await firstCatalogue(story);
  ids.set('starter-kit', await made(carla, starterKit(idOf)));
  await bundle(story);
  await change(story);
  await end(story);
  await question(story);
}

type Story = Cast & { idOf(name: string): string; say(line: string): void };

async function firstCatalogue(story: Story): Promise<void> {
  const { carla, idOf } = story;
  const names = [...cloudOffers.map(({ name }) => name), ...ownOffers.map(({ name }) => name)];
  const plan = await planned(carla, {
    title: 'The first catalogue',
    scenario: 'new',
    offerIds: names.map(idOf),
    release: inDays(0),
    note: 'What most teams asked for.',
  });
  if (plan.state === 'draft') {
    for (const addition of cloudOffers) await complete(carla, idOf(addition.name), addition);
  }
  await published(story, plan);
}

async function bundle(story: Story): Promise<void> {
  const { carla, idOf } = story;
  const plan = await planned(carla, {
    title: 'A kit for new services',
    scenario: 'bundle',
    offerIds: [idOf('starter-kit')],
    release: inDays(0),
    note: 'Four orders that nearly every new service makes, as one.',
  });
  await published(story, plan);
}

/** The next version of an offer takes over in three weeks. */
async function change(story: Story): Promise<void> {
  const { carla, idOf } = story;
  const offerId = idOf('aws-s3-production');
  await carla('startNextVersion', {
    params: { id: offerId },
    body: {},
    idempotencyKey: 'sample-next-version-of-aws-s3-production',
  });
  const plan = await planned(carla, {
    title: 'Cheaper buckets',
    scenario: 'change',
    offerIds: [offerId],
    release: inDays(21),
    note: 'The cloud asks for less since summer.',
  });
  if (plan.state === 'draft') {
    const offer = await carla('getOffer', { params: { id: offerId } });
    const draft = offer.draft?.content;
    if (!draft) throw new Error(`${offer.title} has no next version.`);
    const [list, ...others] = draft.pricing.priceLists;
    if (!list) throw new Error(`${offer.title} has no price.`);
    const charges = list.charges.map(charge => ({ ...charge, amount: '21.00' }));
    await carla('putDraft', {
      params: { id: offerId },
      revision: offer.revision,
      body: {
        owner: PLATFORM,
        content: {
          ...draft,
          pricing: { ...draft.pricing, priceLists: [{ ...list, charges }, ...others] },
        },
      },
    });
  }
  await published(story, plan);
}

/** An offer that ends in two months, and says so from now on. */
async function end(story: Story): Promise<void> {
  const plan = await planned(story.carla, {
    title: 'End of AWS CodeCommit',
    scenario: 'terminate',
    release: inDays(0),
    terminations: [
      {
        offerId: story.idOf('aws-codecommit-default'),
        notice: inDays(0),
        ends: inDays(60),
        noReplacement: 'Repositories are in the code host of the organisation.',
        subscriptions: { when: 'end' },
        reason: 'The cloud takes no new customers for it.',
      },
    ],
  });
  await published(story, plan);
}

/** A plan that an approver finds waiting, and a wish that a catalog manager does. */
async function question({ carla, ben, idOf, say }: Story): Promise<void> {
  const plan = await planned(carla, {
    title: 'MySQL for production',
    scenario: 'new',
    offerIds: [idOf(waiting.name)],
    release: inDays(7),
    note: 'Two teams wait for it.',
  });
  if (plan.state === 'draft') {
    await complete(carla, idOf(waiting.name), waiting);
    await submitted(carla, plan);
  }
  say(`Waits for its approval: ${plan.title}`);
  await ben('raiseDemand', {
    body: {
      kind: 'new',
      title: 'A vector database',
      description: 'To find products that look alike. We run one by hand, and nobody backs it up.',
      entities: ['component:default/search-indexer'],
    },
    idempotencyKey: 'sample-demand-vector-database',
  });
}

/** Makes an offer; who asks again gets the same. */
async function made(carla: Caller, body: CallInput<'createOffer'>['body']): Promise<string> {
  const { id } = await carla('createOffer', { body, idempotencyKey: `sample-offer-${body.name}` });
  return id;
}

/** The plan of that title, made unless it is there. */
async function planned(
  carla: Caller,
  body: CallInput<'createPlan'>['body'] & { title: string },
): Promise<Plan> {
  const { items } = await carla('listPlans', { query: { limit: 100 } });
  const known = items.find(({ title }) => title === body.title);
  return known ? carla('getPlan', { params: { id: known.id } }) : carla('createPlan', { body });
}

async function complete(carla: Caller, id: string, addition: Addition): Promise<void> {
  const offer = await carla('getOffer', { params: { id } });
  if (!offer.draft) throw new Error(`${offer.title} has no draft.`);
  await carla('putDraft', {
    params: { id },
    revision: offer.revision,
    body: { owner: PLATFORM, content: offered(offer.draft.content, addition) },
  });
}

async function submitted(carla: Caller, { id }: Plan): Promise<Plan> {
  const { revision } = await carla('getPlan', { params: { id } });
  return carla('submitPlan', { params: { id }, revision });
}

/** Brings a plan from wherever it is to its release. */
async function published({ carla, mia, say }: Story, plan: Plan): Promise<void> {
  const { id, title } = plan;
  const { state, contentHash } = plan.state === 'draft' ? await submitted(carla, plan) : plan;
  if (state === 'submitted') {
    await mia('decide', { params: { id }, body: { verdict: 'approve', contentHash } });
  }
  if (state !== 'released') await release(carla, id);
  say(`Released: ${title}`);
}

/** The release needs every reference to resolve, and the software catalogue reads its files in its own time. */
async function release(carla: Caller, id: string): Promise<void> {
  const deadline = Date.now() + CATALOGUE_SECONDS * 1000;
  for (;;) {
    const preview = await carla('previewRelease', { params: { id } });
    if (preview.releasable) break;
    if (Date.now() > deadline) throw new Error(preview.refusal ?? 'The plan cannot be released.');
    await wait(1000);
  }
  const { contentHash } = await carla('getPlan', { params: { id } });
  await carla('releasePlan', { params: { id }, body: { contentHash } });
}

/** That many days from now, in UTC. */
function inDays(days: number): { local: string; zone: string } {
  return { local: new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 16), zone: 'UTC' };
}
