import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { setTimeout as wait } from 'node:timers/promises';
import { Caller, signIn } from '../support/people';
import { Addition, published } from './published';

/** How long the software catalogue may take to read the sample organisation. */
const CATALOGUE_SECONDS = 90;

/**
 * Loads the sample offers through the API, as the sample people: the cloud catalogue becomes drafts, and a
 * few of them are published, so that engineers find something. Running it again changes nothing.
 */
async function seed(portal: string): Promise<void> {
  const carla = await signIn(portal, 'carla');
  const mia = await signIn(portal, 'mia');
  const report = await carla('importSource', { params: { id: 'aws' } });
  console.log(`Imported: ${report.created} created, ${report.unchanged} unchanged.`);
  if (report.rejected > 0) throw new Error('The sample catalogue has rows that were rejected.');
  for (const addition of published) {
    const id = report.rows.find(({ offerName }) => offerName === addition.name)?.offerId;
    if (!id) throw new Error(`The sample catalogue has no offer called ${addition.name}.`);
    await publish(carla, mia, id, addition);
  }
}

async function publish(
  carla: Caller,
  mia: Caller,
  id: string,
  { owner, content }: Addition,
): Promise<void> {
  const offer = await carla('getOffer', { params: { id } });
  if (!offer.draft) return;
  await carla('putDraft', {
    params: { id },
    revision: offer.revision,
    body: { owner, content: content(offer.draft.content) },
  });
  const plan = await submitted(carla, id, offer.plan?.id);
  const approved =
    plan.state === 'approved'
      ? plan
      : await mia('decide', {
          params: { id: plan.id },
          body: { verdict: 'approve', contentHash: plan.contentHash },
        });
  await release(carla, approved);
  console.log(`Published: ${offer.title}`);
}

async function submitted(
  carla: Caller,
  offerId: string,
  planId: string | undefined,
): Promise<Plan> {
  const plan = planId
    ? await carla('getPlan', { params: { id: planId } })
    : await carla('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [offerId],
          release: { local: new Date().toISOString().slice(0, 16), zone: 'UTC' },
          note: 'Part of the first catalogue.',
        },
      });
  if (plan.state !== 'draft') return plan;
  return carla('submitPlan', { params: { id: plan.id }, revision: plan.revision });
}

/** The release needs every reference to resolve, and the software catalogue reads its files in its own time. */
async function release(carla: Caller, { id, contentHash }: Plan): Promise<void> {
  const deadline = Date.now() + CATALOGUE_SECONDS * 1000;
  for (;;) {
    const preview = await carla('previewRelease', { params: { id } });
    if (preview.releasable) break;
    if (Date.now() > deadline) throw new Error(preview.refusal ?? 'The plan cannot be released.');
    await wait(1000);
  }
  await carla('releasePlan', { params: { id }, body: { contentHash } });
}

const address = process.env.OFFERS_BASE_URL ?? 'http://127.0.0.1:7007';
seed(address).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
