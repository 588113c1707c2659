import { AnyMiddlewareArgs, AllMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import { Log } from '../log';

/** How many events are remembered; Slack sends an event again within minutes. */
const MOST = 10_000;

const eventSchema = z.object({ event_id: z.string() });

/**
 * Handles each event once in this process: Slack sends one again whose answer was late, also while the first is being
 * handled. Across replicas and restarts it is the effects that happen once: they carry keys made of the event's id, or do
 * nothing twice. One that failed is handled again.
 */
export function onceEach(log: Log): Middleware<AnyMiddlewareArgs> {
  const handled = new Map<string, Promise<void>>();
  return async ({ body, next, context }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const { event_id: id } = eventSchema.safeParse(body).data ?? {};
    if (id === undefined) return next();
    const before = handled.get(id);
    if (before) {
      log.info('Event came again', { event: id, retry: context.retryNum });
      return before;
    }
    const running = next();
    remember(handled, id, running);
    return running;
  };
}

function remember(handled: Map<string, Promise<void>>, id: string, running: Promise<void>): void {
  handled.set(id, running);
  running.catch(() => handled.delete(id));
  // The oldest come first in a map.
  const [oldest] = handled.keys();
  if (handled.size > MOST && oldest !== undefined) handled.delete(oldest);
}
