import { Caller } from '../../../__testUtils__/portal';
import { Act, Of } from './act';
import { asContent, categoryIn, PRODUCT, Shelf, versionOf } from './asContent';
import { Seen } from './resolve';
import { later } from './world';

/** Who calls, and what the portal calls the things of the model. */
export interface Desktop {
  call: Caller;
  shelf: Shelf;
  owner: string;
  now: string;
  ids: Map<string, string>;
}

const reason = 'The history says so';
const utc = (at: string) => ({ local: at.slice(0, 19), zone: 'UTC' });

/** Asks the portal for an act of the model. */
export async function ask(desk: Desktop, act: Act, seen: Seen | undefined): Promise<void> {
  if ('offer' in act) return askOfOffer(desk, act, seen);
  if ('plan' in act) return askOfPlan(desk, act, seen);
  return askAnew(desk, act);
}

async function askOfOffer(
  { call, shelf, owner }: Desktop,
  act: Extract<Act, { offer: number }>,
  seen: Seen | undefined,
): Promise<void> {
  const { id = '' } = shelf.offers[act.offer] ?? {};
  const params = { id };
  const keyed = { params, idempotencyKey: act.key };
  switch (act.do) {
    case 'edit': {
      const body = { owner, content: asContent(act.content, shelf) };
      await call('putDraft', { params, revision: seen?.revision ?? 0, body });
      return;
    }
    case 'next':
      await call('startNextVersion', { ...keyed, body: {} });
      return;
    case 'suspend':
      await call('suspendOffer', { ...keyed, body: { reason } });
      return;
    case 'resume':
      await call('resumeOffer', { ...keyed, body: { reason } });
      return;
    case 'roll-back':
      await call('rollBackOffer', { ...keyed, body: { version: act.number, reason } });
      return;
    default: {
      const ring = { id, number: String(act.number) };
      await call('actOnRing', { ...keyed, params: ring, body: { act: act.act, reason } });
    }
  }
}

async function askOfPlan(
  { call, ids }: Desktop,
  act: Extract<Act, { plan: string }>,
  seen: Seen | undefined,
): Promise<void> {
  const params = { id: ids.get(act.plan) ?? '' };
  const read = { params, revision: seen?.revision ?? 0 };
  const keyed = { params, idempotencyKey: act.key };
  const contentHash = seen?.hash ?? '';
  switch (act.do) {
    case 'patch': {
      const title = `As of ${act.key.slice(0, 8)}`;
      const release = act.releaseAt === undefined ? undefined : utc(act.releaseAt);
      await call('patchPlan', { ...read, body: { title, release } });
      return;
    }
    case 'submit':
      await call('submitPlan', read);
      return;
    case 'cancel':
      await call('cancelPlan', { ...read, body: { reason } });
      return;
    case 'implement': {
      const implementers = [`user:default/${act.implementer}`];
      await call('implementPlan', { ...read, body: { implementers } });
      return;
    }
    case 'ready':
      await call('readyPlan', read);
      return;
    case 'release':
      await call('releasePlan', { ...keyed, body: { contentHash } });
      return;
    case 'break-glass':
      await call('breakGlass', { ...keyed, body: { contentHash, reason } });
      return;
    default:
      await call('decide', { ...keyed, body: { verdict: act.verdict, contentHash, reason } });
  }
}

async function askAnew(
  { call, shelf, now, ids }: Desktop,
  act: Of<'plan' | 'report' | 'delegate' | 'revoke'>,
): Promise<void> {
  const idempotencyKey = act.key;
  switch (act.do) {
    case 'plan': {
      const { id } = await call('createPlan', { body: planOf(act, shelf), idempotencyKey });
      ids.set(act.key, id);
      return;
    }
    case 'report': {
      const version = versionOf(shelf.category, act.release);
      const body = { product: PRODUCT, version, status: act.status };
      await call('reportProductRelease', { body, idempotencyKey });
      return;
    }
    case 'delegate': {
      const until = later(now, act.hours);
      const body = { delegate: 'user:default/vera', from: now, until, reason };
      const { id } = await call('createDelegation', { body, idempotencyKey });
      ids.set(act.key, id);
      return;
    }
    default: {
      const id = ids.get(act.delegation) ?? '';
      await call('revokeDelegation', { params: { id }, idempotencyKey });
    }
  }
}

function planOf(
  { scenario, brings, ends, moves, releaseAt }: Of<'plan'>,
  { category, offers }: Shelf,
) {
  const idOf = (offer: number) => offers[offer]?.id ?? '';
  const terminations = ends.map(({ offer, endsAt }) => ({
    offerId: idOf(offer),
    ends: utc(endsAt),
    noReplacement: reason,
    reason,
  }));
  const changes = moves.map(({ offer, into }) => ({
    kind: 'offer-move' as const,
    target: idOf(offer),
    body: { catalogue: into, category: categoryIn(category, into) },
  }));
  return { scenario, release: utc(releaseAt), offerIds: brings.map(idOf), terminations, changes };
}
