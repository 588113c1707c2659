import { performance } from 'node:perf_hooks';
import { Context } from '../context';
import { drawBodies } from './drawing';
import { Drawn, Surface } from './drawnTo';
import { StoredDelivery } from './store';

/** How long messages are drawn one by one at most, in milliseconds: whoever claimed them waits, and has them for a while only. */
const MOST_MS = 5_000;

const LATER: Drawn = {
  ok: false,
  isPassing: true,
  error: 'It could not be drawn, and is tried again; the log of the portal says why.',
};

/**
 * Draws what some deliveries say, together. Where that fails each is drawn by itself, so that one that cannot be drawn
 * holds up no other.
 *
 * @returns what each says; one that could not be drawn, or was not come to, is to be drawn at another time
 */
export async function drawApart(
  ctx: Context,
  deliveries: readonly StoredDelivery[],
  surface: Surface = 'slack',
): Promise<ReadonlyMap<string, Drawn>> {
  try {
    return await drawBodies(ctx, deliveries, surface);
  } catch (error) {
    ctx.logger.warn(`Messages are drawn one by one, since together they cannot be: ${error}`);
  }
  const until = performance.now() + MOST_MS;
  const drawn = new Map<string, Drawn>();
  for (const delivery of deliveries) {
    const said = performance.now() < until ? await drawnAlone(ctx, delivery, surface) : LATER;
    if (said) drawn.set(delivery.id, said);
  }
  return drawn;
}

async function drawnAlone(
  ctx: Context,
  delivery: StoredDelivery,
  surface: Surface,
): Promise<Drawn | undefined> {
  try {
    return (await drawBodies(ctx, [delivery], surface)).get(delivery.id);
  } catch (error) {
    ctx.logger.error(`The message of the delivery ${delivery.id} could not be drawn: ${error}`);
    return LATER;
  }
}
