import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  AuditLink,
  OFFERS_SIGNAL_CHANNEL,
  OffersSignal,
} from '@offerdesk/backstage-plugin-offers-common';
import { setTimeout as pause } from 'node:timers/promises';
import { Committed } from '../database/unitOfWork';
import { signalAbout } from './signalAbout';

/** How many commits may wait for the event bus; beyond that it is slower than the work, and is left out. */
const MOST_WAITING = 1000;

/** Pages read again at most this often for a kind of change, however many there are, in milliseconds. */
const HINT_EVERY_MS = 250;

/** The topic on which Backstage's signals plugin listens for what it sends to browsers. */
const SIGNALS_TOPIC = 'signals';

/**
 * Tells the rest of Backstage what has been committed: an event for each audit entry, on the topic
 * `offers.<action>`, and content-free hints to the pages. At most once, after the commit, beside the
 * request: the log is what nobody misses anything in.
 */
export class CommittedEvents {
  private waiting = 0;
  private last: Promise<void> = Promise.resolve();
  private readonly hints = new Set<OffersSignal['about']>();
  private hinting: Promise<void> | undefined;

  constructor(
    private readonly events: EventsService,
    private readonly logger: LoggerService,
    private readonly hintEveryMs = HINT_EVERY_MS,
  ) {}

  /** Is told of one commit; waits for nothing, throws nothing. */
  readonly publish = ({ recorded, hinted }: Committed): void => {
    for (const link of recorded) this.hints.add(signalAbout(link));
    for (const about of hinted) this.hints.add(about);
    if (this.hints.size > 0) this.hinting ??= this.hint();
    if (recorded.length === 0) return;
    if (this.waiting >= MOST_WAITING) {
      this.logger.warn(`The event bus is too slow: ${recorded.length} events are left out`);
      return;
    }
    this.waiting += 1;
    this.last = this.last.then(() => this.tell(recorded));
  };

  /** When all that was to be told has been told. */
  async settled(): Promise<void> {
    await Promise.all([this.last, this.hinting]);
  }

  private async tell(recorded: readonly AuditLink[]): Promise<void> {
    for (const { seq, at, actor, surface, action, subjectKind, subjectId } of recorded) {
      await this.send(`offers.${action}`, {
        seq,
        at,
        actor,
        surface,
        action,
        subjectKind,
        subjectId,
      });
    }
    this.waiting -= 1;
  }

  private async hint(): Promise<void> {
    while (this.hints.size > 0) {
      await pause(this.hintEveryMs, undefined, { ref: false });
      const due = [...this.hints];
      this.hints.clear();
      for (const about of due) {
        await this.send(SIGNALS_TOPIC, {
          recipients: { type: 'broadcast' },
          channel: OFFERS_SIGNAL_CHANNEL,
          message: { about } satisfies OffersSignal,
        });
      }
    }
    this.hinting = undefined;
  }

  private async send(topic: string, eventPayload: object): Promise<void> {
    try {
      await this.events.publish({ topic, eventPayload });
    } catch (error) {
      const name = error instanceof Error ? error.name : 'error';
      this.logger.warn(`An event on ${topic} could not be published: ${name}`);
    }
  }
}
