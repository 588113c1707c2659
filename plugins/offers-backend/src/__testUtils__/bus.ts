import { EventParams, EventsService } from '@backstage/plugin-events-node';

/** Hands events to who subscribed, and lets what they throw through. */
export class Bus implements EventsService {
  private readonly subscribers: Parameters<EventsService['subscribe']>[0][] = [];

  async subscribe(options: Parameters<EventsService['subscribe']>[0]): Promise<void> {
    this.subscribers.push(options);
  }

  async publish(event: EventParams): Promise<void> {
    for (const { topics, onEvent } of this.subscribers) {
      if (topics.includes(event.topic)) await onEvent(event);
    }
  }
}
