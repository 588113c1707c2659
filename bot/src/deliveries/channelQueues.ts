import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { isRateLimit, Outcome } from './outcome';
import { Pace } from './pace';
import { Sleep } from './sleep';

/** A delivery that this worker has claimed. */
export interface InHand {
  delivery: ClaimedDelivery;
  /** when the claim ends, and until when a call may begin; on the clock of `performance.now()` */
  leaseEnd: number;
  lastPost: number;
}

/** What the queues stand on. */
export interface ChannelQueuesOptions {
  deliver: (delivery: ClaimedDelivery, mayStillPost: () => boolean) => Promise<Outcome>;
  /** stores what became of one; never throws */
  settle: (held: InHand, outcome: Outcome, begun: number) => Promise<void>;
  messageEveryMs: number;
  /** Slack asked to wait */
  limited: (seconds: number) => void;
}

interface Channel {
  pace: Pace;
  waiting: InHand[];
  /** how many were given back to come when it is their turn */
  ahead: number;
  running: boolean;
}

/** What has longer to wait than this is given back, so that others can be in hand meanwhile. */
const LONGEST_WAIT_MS = 8_000;

/** Who is remembered though nothing waits: a channel that is limited still. */
const MANY_CHANNELS = 1_000;

/**
 * One queue a channel: Slack takes about one message a second in each, and readers expect the order kept. A channel
 * that has to wait keeps nobody else waiting.
 */
export class ChannelQueues {
  private readonly channels = new Map<string, Channel>();
  private readonly working = new Set<Promise<void>>();
  private readonly sleep = new Sleep();
  private closed = false;
  private held = 0;

  constructor(private readonly options: ChannelQueuesOptions) {}

  /** How many are claimed and not settled. */
  get inHand(): number {
    return this.held;
  }

  /** Takes one up, behind those of its channel; or gives it back until it can be its turn. */
  add(held: InHand): void {
    this.held += 1;
    const channel = this.channelOf(placeOf(held.delivery));
    const waitMs = channel.pace.waitMs(channel.waiting.length + channel.ahead);
    if (this.closed || waitMs > LONGEST_WAIT_MS) {
      channel.ahead += 1;
      this.track(this.giveBack(held, waitMs));
      return;
    }
    channel.waiting.push(held);
    if (!channel.running) this.track(this.work(channel));
  }

  /** Begins nothing more. */
  close(): void {
    this.closed = true;
    this.sleep.wake();
  }

  /** Resolves when everything in hand is settled. */
  async empty(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working);
  }

  private track(work: Promise<void>): void {
    this.working.add(work);
    void work.finally(() => this.working.delete(work));
  }

  private async work(channel: Channel): Promise<void> {
    channel.running = true;
    for (let held = channel.waiting.shift(); held; held = channel.waiting.shift()) {
      await this.inTurn(channel, held);
    }
    channel.running = false;
    // Those that were given back come again and find their places anew.
    channel.ahead = 0;
  }

  private async inTurn(channel: Channel, held: InHand): Promise<void> {
    const begun = performance.now();
    for (;;) {
      await this.untilTurn(channel, held);
      if (this.closed || channel.pace.waitMs() > 0)
        return this.giveBack(held, channel.pace.waitMs());
      channel.pace.took();
      const mayStillPost = () => performance.now() < held.lastPost;
      const outcome = await this.options.deliver(held.delivery, mayStillPost);
      if (isRateLimit(outcome)) {
        channel.pace.limited(outcome.afterSeconds);
        this.options.limited(outcome.afterSeconds);
        if (outcome.afterSeconds * 1000 <= LONGEST_WAIT_MS && mayStillPost()) continue;
      }
      await this.options.settle(held, outcome, begun);
      this.held -= 1;
      return undefined;
    }
  }

  /** Waits as long as it may; looks at the clock again, since a timer can fire a moment early. */
  private async untilTurn({ pace }: Channel, { lastPost }: InHand): Promise<void> {
    for (let waitMs = pace.waitMs(); waitMs > 0; waitMs = pace.waitMs()) {
      if (this.closed || performance.now() + waitMs >= lastPost) return;
      await this.sleep.for(Math.ceil(waitMs));
    }
  }

  /** Nothing was tried: it is anybody's again when it can be its turn. */
  private async giveBack(held: InHand, waitMs: number): Promise<void> {
    const afterSeconds = this.closed ? 0 : Math.ceil(waitMs / 1000);
    const error = this.closed ? 'the bot stops' : 'its channel has others to send first';
    await this.options.settle(
      held,
      held.delivery.mayHavePosted
        ? { result: 'unclear', error }
        : { result: 'retry', error, afterSeconds },
      performance.now(),
    );
    this.held -= 1;
  }

  private channelOf(place: string): Channel {
    const known = this.channels.get(place);
    if (known) return known;
    if (this.channels.size >= MANY_CHANNELS) this.forgetIdle();
    const added: Channel = {
      pace: new Pace(this.options.messageEveryMs),
      waiting: [],
      ahead: 0,
      running: false,
    };
    this.channels.set(place, added);
    return added;
  }

  private forgetIdle(): void {
    for (const [place, { pace, running }] of this.channels) {
      if (!running && pace.idle) this.channels.delete(place);
    }
  }
}

/** Where it goes; a person has a channel of their own. */
function placeOf({ target, message }: ClaimedDelivery): string {
  if (message) return message.channel;
  return target.kind === 'channel' ? target.channel : target.person.ref;
}
