import { ClaimedDelivery, OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { errorWords, Log } from '../log';
import { Outcome } from './outcome';
import { Sleep } from './sleep';

/** The two calls that the bot's own token may make, and nothing else. */
export interface DeliveryQueue {
  claim(leaseSeconds: number, limit: number): Promise<readonly ClaimedDelivery[]>;
  settle(delivery: Pick<ClaimedDelivery, 'id' | 'token'>, outcome: Outcome): Promise<void>;
}

/** What the worker stands on. */
export interface WorkerOptions {
  queue: DeliveryQueue;
  deliver: (delivery: ClaimedDelivery, mayStillPost: () => boolean) => Promise<Outcome>;
  log: Log;
  /** pause between two claims that brought nothing, ms */
  pollMs: number;
  /** longest pause after errors, ms */
  maxPauseMs: number;
}

// Short enough that what a killed bot held is taken up soon, long enough for a slow Slack.
const LEASE_SECONDS = 30;
const CLAIM_LIMIT = 10;
// A call of Slack is given up after 10 seconds; who cannot finish one within the lease does not begin it.
const LAST_POST_BEFORE_LEASE_END_MS = 15_000;
const SETTLE_PAUSE_MS = 500;

/**
 * Takes deliveries that are due, sends them, and says what became of each. Any number of workers run
 * side by side: a claim belongs to one of them at a time, and only its token settles it.
 */
export class DeliveryWorker {
  private running: Promise<void> | undefined;
  private readonly sleep = new Sleep();
  private stopping = false;
  /** whether the last claim was answered; undefined before the first */
  lastClaimOk: boolean | undefined;

  constructor(private readonly options: WorkerOptions) {}

  /** Begins to work. */
  start(): void {
    this.running ??= this.run();
  }

  /** Looks for deliveries at once: somebody has just made some due. */
  nudge(): void {
    this.sleep.wake();
  }

  /** Claims no more, and resolves when everything in hand is settled. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.sleep.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const { pollMs, maxPauseMs } = this.options;
    let failures = 0;
    while (!this.stopping) {
      const worked = await this.workOnce();
      failures = worked === 'failed' ? failures + 1 : 0;
      if (worked !== 'some') await this.sleep.for(Math.min(pollMs * 2 ** failures, maxPauseMs));
    }
  }

  private async workOnce(): Promise<'some' | 'none' | 'failed'> {
    const begun = performance.now();
    const claimed = await this.claim();
    if (claimed === undefined) return 'failed';
    // From when the claim was sent, on a clock that nobody sets: the lease cannot end earlier.
    const leaseEnd = begun + LEASE_SECONDS * 1000;
    const mayStillPost = () => performance.now() < leaseEnd - LAST_POST_BEFORE_LEASE_END_MS;
    await Promise.all(
      byPlace(claimed).map(async queue => {
        // Slack takes about one message a second in a channel, and readers expect the order kept.
        for (const delivery of queue) await this.handle(delivery, mayStillPost, leaseEnd);
      }),
    );
    return claimed.length > 0 ? 'some' : 'none';
  }

  private async claim(): Promise<readonly ClaimedDelivery[] | undefined> {
    try {
      const claimed = await this.options.queue.claim(LEASE_SECONDS, CLAIM_LIMIT);
      this.lastClaimOk = true;
      return claimed;
    } catch (error) {
      // Said once for each outage, not once a poll.
      if (this.lastClaimOk !== false) {
        this.options.log.warn('Deliveries cannot be claimed; trying again until they can', {
          error: errorWords(error),
        });
      }
      this.lastClaimOk = false;
      return undefined;
    }
  }

  private async handle(
    delivery: ClaimedDelivery,
    mayStillPost: () => boolean,
    leaseEnd: number,
  ): Promise<void> {
    const { deliver, log } = this.options;
    const outcome = await deliver(delivery, mayStillPost);
    const fields = {
      delivery: delivery.id,
      kind: delivery.body.kind,
      act: delivery.act,
      attempt: delivery.attempt,
      result: outcome.result,
      ...('error' in outcome ? { error: outcome.error } : {}),
    };
    if (outcome.result === 'sent') log.info('Delivery sent', fields);
    else log.warn('Delivery not sent', fields);
    await this.settle(delivery, outcome, leaseEnd);
  }

  /** Settles until it is answered or the lease is over: whoever claims next then looks the key up. */
  private async settle(
    delivery: ClaimedDelivery,
    outcome: Outcome,
    leaseEnd: number,
  ): Promise<void> {
    const { queue, log } = this.options;
    for (let wait = SETTLE_PAUSE_MS; ; wait *= 2) {
      try {
        await queue.settle(delivery, outcome);
        return;
      } catch (error) {
        const refused = error instanceof OffersProblem && error.status < 500;
        if (refused || this.stopping || performance.now() + wait > leaseEnd) {
          log.warn('Delivery not settled', { delivery: delivery.id, error: errorWords(error) });
          return;
        }
        await this.sleep.for(wait);
      }
    }
  }
}

function byPlace(deliveries: readonly ClaimedDelivery[]): ClaimedDelivery[][] {
  const places = new Map<string, ClaimedDelivery[]>();
  for (const delivery of deliveries) {
    const place = placeOf(delivery);
    places.set(place, [...(places.get(place) ?? []), delivery]);
  }
  return [...places.values()];
}

function placeOf({ target, message }: ClaimedDelivery): string {
  if (message) return message.channel;
  return target.kind === 'channel' ? target.channel : target.person.ref;
}
