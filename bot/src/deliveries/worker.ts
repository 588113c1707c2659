import { ClaimedDelivery, OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { errorWords, Log } from '../log';
import { BotMetrics } from '../metrics/botMetrics';
import { ChannelQueues, InHand } from './channelQueues';
import { Outcome } from './outcome';
import { Sleep } from './sleep';

/** The two calls that the bot's own token may make about deliveries. */
export interface DeliveryQueue {
  claim(leaseSeconds: number, limit: number): Promise<readonly ClaimedDelivery[]>;
  settle(delivery: Pick<ClaimedDelivery, 'id' | 'token'>, outcome: Outcome): Promise<void>;
}

/** What the worker stands on. */
export interface WorkerOptions {
  queue: DeliveryQueue;
  deliver: (delivery: ClaimedDelivery, mayStillPost: () => boolean) => Promise<Outcome>;
  log: Log;
  metrics?: Pick<BotMetrics, 'delivered' | 'limited' | 'claimed'>;
  /** how far apart messages in one channel are on average, ms; Slack takes about one a second */
  messageEveryMs?: number;
  /** pause between two claims that brought nothing, ms */
  pollMs: number;
  /** longest pause after errors, ms */
  maxPauseMs: number;
}

// Short enough that what a killed bot held is taken up soon, long enough for a slow Slack.
const LEASE_SECONDS = 30;
const MOST_IN_HAND = 100;
const CLAIM_LIMIT = 50;
// What follows in a lane becomes due when what was before it is settled: that is asked for together.
const GATHER_MS = 100;
// A call of Slack is given up after 10 seconds; who cannot finish one within the lease does not begin it.
const LAST_POST_BEFORE_LEASE_END_MS = 15_000;
const SETTLE_PAUSE_MS = 500;

/**
 * Takes deliveries that are due, sends them, and says what became of each. A channel that is slow or limited holds up
 * itself alone. Any number of workers run side by side: a claim belongs to one of them at a time, and only its token
 * settles it.
 */
export class DeliveryWorker {
  private running: Promise<void> | undefined;
  private readonly sleep = new Sleep();
  private readonly patience = new Sleep();
  private soon: NodeJS.Timeout | undefined;
  private readonly channels: ChannelQueues;
  private stopping = false;
  /** whether the last claim was answered; undefined before the first */
  lastClaimOk: boolean | undefined;

  constructor(private readonly options: WorkerOptions) {
    this.channels = new ChannelQueues({
      deliver: options.deliver,
      settle: (held, outcome, begun) => this.done(held, outcome, begun),
      messageEveryMs: options.messageEveryMs ?? 1_000,
      limited: seconds => options.metrics?.limited(seconds),
    });
  }

  /** Begins to work. */
  start(): void {
    this.running ??= this.run();
  }

  /** Looks for deliveries at once: somebody has just made some due. */
  nudge(): void {
    this.sleep.wake();
  }

  /** Claims no more, gives back what was not begun, and resolves when what was is settled. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.channels.close();
    this.sleep.wake();
    this.patience.wake();
    await this.running;
    await this.channels.empty();
    clearTimeout(this.soon);
  }

  private async run(): Promise<void> {
    const { pollMs, maxPauseMs, metrics } = this.options;
    let failures = 0;
    while (!this.stopping) {
      const worked = await this.workOnce();
      metrics?.claimed(worked);
      failures = worked === 'failed' ? failures + 1 : 0;
      if (!this.stopping) await this.sleep.for(Math.min(pollMs * 2 ** failures, maxPauseMs));
    }
  }

  private async workOnce(): Promise<'some' | 'none' | 'failed'> {
    const limit = Math.min(CLAIM_LIMIT, MOST_IN_HAND - this.channels.inHand);
    if (limit <= 0) return 'none';
    // From when the claim was sent, on a clock that nobody sets: the lease cannot end earlier.
    const leaseEnd = performance.now() + LEASE_SECONDS * 1000;
    const claimed = await this.claim(limit);
    if (claimed === undefined) return 'failed';
    for (const delivery of claimed) {
      this.channels.add({
        delivery,
        leaseEnd,
        lastPost: leaseEnd - LAST_POST_BEFORE_LEASE_END_MS,
      });
    }
    return claimed.length > 0 ? 'some' : 'none';
  }

  private async claim(limit: number): Promise<readonly ClaimedDelivery[] | undefined> {
    try {
      const claimed = await this.options.queue.claim(LEASE_SECONDS, limit);
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

  private async done(held: InHand, outcome: Outcome, begun: number): Promise<void> {
    const { log, metrics } = this.options;
    const { id, body, act, attempt } = held.delivery;
    const about = { kind: body.kind, act, result: outcome.result };
    const error = 'error' in outcome ? { error: outcome.error } : {};
    const fields = { delivery: id, attempt, ...about, ...error };
    if (outcome.result === 'sent') log.info('Delivery sent', fields);
    else log.warn('Delivery not sent', fields);
    metrics?.delivered(about, (performance.now() - begun) / 1000);
    await this.settle(held, outcome);
    this.wakeSoon();
  }

  /** Another of a lane may be due now, and there is room again. */
  private wakeSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.sleep.wake();
    }, GATHER_MS);
  }

  /** Settles until it is answered or the lease is over: whoever claims next then looks the key up. */
  private async settle({ delivery, leaseEnd }: InHand, outcome: Outcome): Promise<void> {
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
        await this.patience.for(wait);
      }
    }
  }
}
