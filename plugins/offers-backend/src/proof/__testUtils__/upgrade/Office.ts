import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { TestClock } from '../../../__testUtils__/portal';
import { Backend } from './Backend';
import { Crowd } from './Crowd';
import { Done, someoneWorks } from './work';

const PEOPLE = 5;

/** How many sources there are to import. */
export const IMPORTS = 40;

/** People, a bot and a scheduler at work while something happens to the backends. */
export class Office {
  readonly done: Done[] = [];
  /** the keys of what was posted, in order */
  readonly posted: string[] = [];
  /** how many works were done in which phase */
  readonly phases: Record<string, number> = {};
  imports = 0;
  private isOver = true;

  constructor(
    private readonly crowd: Crowd,
    private readonly backends: readonly Backend[],
    private readonly clock: TestClock,
  ) {}

  /** Lets everybody work for as long as something takes, and each end what they have begun. */
  async meanwhile(phase: string, something: () => Promise<unknown>): Promise<void> {
    const before = this.done.length;
    this.isOver = false;
    const happening = async () => {
      await something();
      this.isOver = true;
    };
    const people = Array.from({ length: PEOPLE }, () => this.person());
    try {
      await Promise.all([happening(), ...people, this.importing(), this.sending(), this.passing()]);
    } finally {
      this.isOver = true;
    }
    this.phases[phase] = this.done.length - before;
  }

  private async person(): Promise<void> {
    do this.done.push(await someoneWorks(this.crowd));
    while (!this.isOver);
  }

  private async importing(): Promise<void> {
    while (!this.isOver && this.imports < IMPORTS) {
      const idempotencyKey = randomUUID();
      const params = { id: `source-${this.imports}` };
      this.imports += 1;
      await this.crowd.askAll(({ as }) => as('carla')('importSource', { params, idempotencyKey }));
      await setTimeout(100);
    }
  }

  /** Sends what is due as a bot does; what may have been posted is looked for first. */
  private async sending(): Promise<void> {
    for (;;) {
      const isLast = this.isOver;
      const body = { worker: 'proof', limit: 20, leaseSeconds: 60 };
      const { deliveries } = await this.crowd.ask(({ bot }) => bot('claimDeliveries', { body }));
      for (const { id, token, key, mayHavePosted } of deliveries) {
        if (!mayHavePosted || !this.posted.includes(key)) this.posted.push(key);
        const outcome = { result: 'sent' as const, channel: 'C0OFFERS0', ts: id };
        const settled = { params: { id }, body: { token, outcome } };
        await this.crowd.ask(({ bot }) => bot('settleDelivery', settled)).catch(unlessSettled);
      }
      if (isLast) return;
      await setTimeout(50);
    }
  }

  /** Lets time pass, and what it does be recorded; meanwhile consumers look. */
  private async passing(): Promise<void> {
    while (!this.isOver) {
      this.clock.pass(5);
      for (const backend of this.backends) await backend.order('sweep').catch(unlessEnded);
      for (const name of ['ada', 'ben']) {
        await this.crowd.ask(({ as }) => as(name)('browseOffers', { query: { limit: 100 } }));
      }
      await setTimeout(100);
    }
  }
}

/** Who settled without hearing of it is told that it is settled. */
function unlessSettled(error: unknown): void {
  if (![404, 409].includes((error as { status?: number }).status ?? 0)) throw error;
}

/** One that is killed while it is told to do something does not say that it did. */
function unlessEnded(error: unknown): void {
  if (!/ ended: /.test(String(error))) throw error;
}
