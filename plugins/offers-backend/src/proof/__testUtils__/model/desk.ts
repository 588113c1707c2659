import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Caller, TestPortal } from '../../../__testUtils__/portal';
import { Act } from './act';
import { ask } from './ask';
import { asContent } from './asContent';
import { Seen } from './resolve';
import { ModelContent } from './world';

/** As much of a portal as a history needs: it may be another process. */
export type Asked = Pick<TestPortal, 'as' | 'bot' | 'pipeline' | 'clock'>;

/** What came of a request: done, refused, or nobody knows. */
export type Outcome = 'done' | 'refused' | 'unknown';

/** Asks the portal what the model asks itself. */
export class Desk {
  /** what the portal calls the model's offers, plans and delegations */
  readonly offers: { id: string; name: string }[] = [];
  readonly ids = new Map<string, string>();

  constructor(
    private readonly replicas: readonly Asked[],
    readonly category: string,
    private readonly owner: string,
    private readonly recordTime?: () => Promise<unknown>,
  ) {}

  /** Whether what time does is recorded at each of its instants; a portal in another process does so on its own. */
  get keepsTime(): boolean {
    return this.recordTime !== undefined;
  }

  /** Lets the clock go on, and time do what is due by then. */
  async pass(seconds: number): Promise<void> {
    this.portal.clock.pass(seconds);
    await this.recordTime?.();
  }

  /** Sends an act; a refusal is an answer, and a failure of the portal tells nothing. */
  async send(
    act: Act,
    seen: Seen | undefined,
    turn: number,
  ): Promise<{ outcome: Outcome; why?: string }> {
    const portal = this.replicas[turn % this.replicas.length];
    if (!portal) throw new Error('There is no replica to ask');
    const { owner, ids } = this;
    const call = act.do === 'report' ? portal.pipeline : portal.as(act.who);
    try {
      await ask({ call, shelf: this, owner, now: this.now(), ids }, act, seen);
      return { outcome: 'done' };
    } catch (error) {
      const { status, name, message } = error as Error & { status?: number };
      // A connection that broke off tells nothing; what a test does wrong is told.
      if (status === undefined && name !== 'TypeError') throw error;
      const isUnknown = status === undefined || status >= 500;
      return { outcome: isUnknown ? 'unknown' : 'refused', why: message };
    }
  }

  /** Makes an offer with a first draft. */
  async draft(content: ModelContent): Promise<void> {
    const { id, name } = await this.reader('createOffer', {
      body: {
        name: `${this.category}-${this.offers.length}`,
        interaction: 'provision',
        owner: this.owner,
        content: asContent(content, this),
      },
    });
    this.offers.push({ id, name });
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
