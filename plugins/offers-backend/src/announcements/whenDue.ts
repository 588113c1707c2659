import { Context, nowOf } from '../context';
import { StoredDelivery } from './store';

/**
 * The instant of drawing is none before which something was due: it is claimed by the database's clock, and where that of
 * this replica is behind it, what has just begun would be held back for good as not begun.
 */
export function whenDue(
  ctx: Context,
  deliveries: readonly Pick<StoredDelivery, 'dueAt'>[],
): Context {
  const now = nowOf(ctx);
  const latest = deliveries.reduce((last, { dueAt }) => (dueAt > last ? dueAt : last), now);
  return latest === now ? ctx : { ...ctx, clock: () => new Date(latest) };
}
