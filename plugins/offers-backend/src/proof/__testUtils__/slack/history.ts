import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { completeContent, RELEASE } from '../../../__testUtils__/stories';
import { setTimeout as wait } from 'node:timers/promises';
import { FakeMessage } from './FakeSlack';
import { CHANNELS, Rig } from './Rig';
import { Row } from './time';

/** A plan of the history, and its offer. */
export interface Told {
  planId: string;
  offerId: string;
}

/** How long her card may be in coming behind those of all other plans, on a machine that does other things too. */
const PATIENCE_MS = 60 * 60_000;

const RELEASE_MS = Date.parse(`${RELEASE}:00.000Z`);

/** Carla plans an offer and submits it: cards go to three approvers and a channel. */
export async function submitted(rig: Rig, number: number): Promise<Told> {
  const offer = await rig.as('carla', 'createOffer', {
    body: {
      name: `offer-${number}`,
      interaction: 'provision',
      owner: 'group:default/operations',
      content: completeContent(),
    },
  });
  const plan = await rig.as('carla', 'createPlan', {
    body: { scenario: 'new', offerIds: [offer.id], release: { local: RELEASE, zone: 'UTC' } },
  });
  await rig
    .as('carla', 'submitPlan', { params: { id: plan.id }, revision: plan.revision })
    .catch((error: unknown) => submittedUnheard(rig, plan.id, error));
  return { planId: plan.id, offerId: offer.id };
}

/** Who got no answer asks again, at the same revision: a conflict then says that the first attempt was stored. */
async function submittedUnheard(rig: Rig, planId: string, error: unknown): Promise<void> {
  const isConflict = error instanceof OffersProblem && error.code === 'conflict';
  const plan = isConflict && (await rig.as('carla', 'getPlan', { params: { id: planId } }));
  if (!plan || plan.state !== 'submitted') throw error;
}

/** Mia approves on her card, and presses again while nothing came of it. */
export async function approvedInSlack(rig: Rig, { planId }: Told): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let isPressed = false;
  while (Date.now() < end) {
    const card = rig.slack.messages.find(
      each => each.channel === 'D0MIA' && each.key.includes(planId) && approveButton(each),
    );
    const button = card && approveButton(card);
    if (card && button) {
      await rig.press({ user: 'U0MIA', channel: card.channel, ts: card.ts, action: button });
      isPressed = true;
    }
    await wait(300);
    // Nothing but a press decides: before the first, asking would only take the backend's time.
    if (!isPressed) continue;
    const plan = await rig.as('carla', 'getPlan', { params: { id: planId } });
    if (plan.state !== 'submitted') return;
  }
  throw new Error(`Nothing came of the presses on ${planId}`);
}

function approveButton({ blocks }: FakeMessage) {
  const elements = blocks.flatMap(({ elements: some }) => some ?? []);
  const button = elements.find(({ action_id: id }) => id?.includes('approve'));
  return button && { block_id: 'actions', ...button };
}

/** Carla releases it for its date. */
export async function released(rig: Rig, { planId }: Told): Promise<void> {
  const plan = await rig.as('carla', 'getPlan', { params: { id: planId } });
  await rig.as('carla', 'releasePlan', {
    params: { id: planId },
    body: { contentHash: plan.contentHash },
  });
}

/** The date of release comes. */
export function releaseDate(rig: Rig): void {
  rig.clock.jump(Math.max(0, RELEASE_MS - rig.clock.now() + 1_000));
}

/** What a history counted, and what is wrong with it: nothing, when all is well. */
export async function judged(rig: Rig, told: readonly Told[]) {
  const rows = await rig.rows();
  const sent = rows.filter(({ state, act }) => state === 'sent' && act !== 'update');
  const copies = new Map<string, number>();
  for (const { key } of rig.slack.messages) copies.set(key, (copies.get(key) ?? 0) + 1);
  const announced = rows.filter(
    ({ kind, act, target }) =>
      kind === 'announcement' && act === 'post' && CHANNELS.includes(target),
  );
  const decisions = await Promise.all(told.map(each => decisionsOn(rig, each)));
  return {
    messages: rig.slack.messages.length,
    announcements: announced.filter(({ state }) => state === 'sent').length,
    decisions: decisions.flat().length,
    faults: [
      ...sent
        .filter(({ key }) => copies.get(key) !== 1)
        .map(({ key }) => `${copies.get(key) ?? 0} of ${key}`),
      ...[...copies].filter(([, number]) => number > 1).map(([key]) => `twice: ${key}`),
      ...rows
        .filter(({ state }) => state === 'failed')
        .map(({ key, error }) => `${key} failed: ${error}`),
      ...(announced.length === told.length * CHANNELS.length
        ? []
        : [`${announced.length} announcements planned`]),
      ...announced
        .filter(({ state }) => state !== 'sent')
        .map(({ key, state }) => `${key} is ${state}`),
      ...decisions.flatMap((each, index) =>
        each.join() === 'approve by user:default/mia' ? [] : [`plan ${index}: ${each.join(', ')}`],
      ),
      ...outOfOrder(sent),
    ],
  };
}

async function decisionsOn(rig: Rig, { planId }: Told): Promise<string[]> {
  const { decisions } = await rig.as('carla', 'getPlan', { params: { id: planId } });
  return decisions.map(({ verdict, decider }) => `${verdict} by ${decider}`);
}

/** Within a lane (an offer in a channel, a plan at a reader) messages stand in the order in which they came about. */
function outOfOrder(sent: readonly Row[]): string[] {
  const last = new Map<string, number>();
  return sent.flatMap(({ lane, key, message_ts: ts }) => {
    const before = last.get(lane) ?? 0;
    last.set(lane, Number(ts));
    return Number(ts) > before ? [] : [`${key} stands before what came before it`];
  });
}
