import { ContentInput, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Caller, TestPortal } from '../../../__testUtils__/portal';
import { completeContent } from '../../../__testUtils__/stories';
import { Seen } from './resolve';
import { Act, Of } from './rules';
import { ModelContent } from './world';

/** As much of a portal as a history needs: it may be another process. */
export type Asked = Pick<TestPortal, 'as' | 'bot' | 'clock'>;

/** What came of a request: done, refused, or nobody knows. */
export type Outcome = 'done' | 'refused' | 'unknown';

/** The group of ada alone, which a ring lets in first. */
const FIRST = 'group:default/payments-team';

/** The content of a model as the portal takes it. */
export function contentOf({ price, title, ring }: ModelContent, category: string): ContentInput {
  const whole = completeContent();
  return completeContent({
    information: { ...whole.information, title, category },
    access: {
      see: { allow: ['group:default/engineers', 'group:default/operations'] },
      order: { allow: ['group:default/engineers'] },
      rings: ring
        ? [{ name: 'First', groups: [FIRST], ...(ring.hold ? { holdHours: ring.hold } : {}) }]
        : [],
    },
    pricing: {
      ...whole.pricing,
      priceLists: [
        {
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Fee', amount: String(price), period: 'month' }],
        },
      ],
    },
  });
}

const reason = 'The history says so';
const utc = (at: string) => ({ local: at.slice(0, 19), zone: 'UTC' });

/** Asks the portal what the model asks itself. */
export class Desk {
  /** what the portal calls the model's offers, plans and delegations */
  readonly offers: { id: string; name: string }[] = [];
  readonly ids = new Map<string, string>();

  constructor(
    private readonly replicas: readonly Asked[],
    readonly category: string,
    private readonly owner: string,
  ) {}

  /** Sends an act; a refusal is an answer, and a failure of the portal tells nothing. */
  async send(act: Act, seen: Seen | undefined, turn: number): Promise<Outcome> {
    const portal = this.replicas[turn % this.replicas.length];
    if (!portal) throw new Error('There is no replica to ask');
    try {
      await this.ask(portal.as(act.who), act, seen);
      return 'done';
    } catch (error) {
      const { status, name } = error as { status?: number; name: string };
      // A connection that broke off tells nothing; what a test does wrong is told.
      if (status === undefined && name !== 'TypeError') throw error;
      return status === undefined || status >= 500 ? 'unknown' : 'refused';
    }
  }

  private async ask(call: Caller, act: Act, seen: Seen | undefined): Promise<void> {
    const idempotencyKey = act.key;
    if ('offer' in act) return this.askOfOffer(call, act, seen);
    if ('plan' in act) return this.askOfPlan(call, act, seen);
    if (act.do === 'delegate') {
      const from = this.now();
      const until = new Date(Date.parse(from) + act.hours * 3_600_000).toISOString();
      const body = { delegate: 'user:default/vera', from, until, reason };
      const { id } = await call('createDelegation', { body, idempotencyKey });
      this.ids.set(act.key, id);
      return undefined;
    }
    const id = this.ids.get(act.delegation) ?? '';
    await call('revokeDelegation', { params: { id }, idempotencyKey });
    return undefined;
  }

  private async askOfOffer(
    call: Caller,
    act: Extract<Act, { offer: number }>,
    seen: Seen | undefined,
  ) {
    const { id = '' } = this.offers[act.offer] ?? {};
    const params = { id };
    const keyed = { params, idempotencyKey: act.key };
    switch (act.do) {
      case 'edit': {
        const body = { owner: this.owner, content: contentOf(act.content, this.category) };
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
      case 'ring': {
        const ring = { id, number: String(act.number) };
        await call('actOnRing', { ...keyed, params: ring, body: { act: act.act, reason } });
        return;
      }
      default:
        await this.plan(call, act, id);
    }
  }

  private async plan(call: Caller, act: Of<'plan'>, offerId: string): Promise<void> {
    const release = utc(act.releaseAt);
    const isFirst = (await this.managed(offerId)).versions.length === 0;
    const ends = act.endsAt && [{ offerId, ends: utc(act.endsAt), noReplacement: reason, reason }];
    const scenario = isFirst ? ('new' as const) : ('change' as const);
    const body = ends
      ? { scenario: 'terminate' as const, release, terminations: ends }
      : { scenario, release, offerIds: [offerId] };
    const { id } = await call('createPlan', { body, idempotencyKey: act.key });
    this.ids.set(act.key, id);
  }

  private async askOfPlan(
    call: Caller,
    act: Extract<Act, { plan: string }>,
    seen: Seen | undefined,
  ) {
    const params = { id: this.ids.get(act.plan) ?? '' };
    const read = { params, revision: seen?.revision ?? 0 };
    const contentHash = seen?.hash ?? '';
    const idempotencyKey = act.key;
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
      case 'release':
        await call('releasePlan', { params, body: { contentHash }, idempotencyKey });
        return;
      default: {
        const body = { verdict: act.verdict, contentHash, reason };
        await call('decide', { params, body, idempotencyKey });
      }
    }
  }

  /** An offer as its managers see it. */
  async managed(id: string) {
    return this.reader('getOffer', { params: { id } });
  }

  /** A plan of the model as its managers see it. */
  async planOf(key: string): Promise<Plan | undefined> {
    const id = this.ids.get(key);
    return id === undefined ? undefined : this.reader('getPlan', { params: { id } });
  }

  get reader(): Caller {
    return this.portal.as('carla');
  }

  get portal(): Asked {
    const [first] = this.replicas;
    if (!first) throw new Error('There is no replica to ask');
    return first;
  }

  now(): string {
    return this.portal.clock.now().toISOString();
  }
}
