import { EventParams, EventsService } from '@backstage/plugin-events-node';
import {
  fieldProblems,
  productReleaseEventSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { productReleaseTopic } from '@offerdesk/backstage-plugin-offers-node';
import { refuseUnusable } from '../api/shape';
import { Context } from '../context';
import { Refusal } from '../refusal';
import { Reporter, reportProductRelease } from './report';

const events: Reporter = { ref: 'system:events', surface: 'system', source: 'event' };

/** Takes in product releases that other plugins publish as events. */
export async function subscribeToProductReleases(
  ctx: Context,
  service: EventsService,
): Promise<void> {
  await service.subscribe({
    id: 'product-releases',
    topics: [productReleaseTopic],
    onEvent: event => takeIn(ctx, event),
  });
}

/**
 * Takes in one event. What is not right is logged with the reason and dropped, since it would be no
 * better the next time; what the database cannot store now is thrown to whoever delivers the events.
 */
async function takeIn(ctx: Context, { eventPayload }: EventParams): Promise<void> {
  try {
    await reportProductRelease(ctx, events, parsePayload(eventPayload));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = error.fields.map(({ field, remedy }) => `${field}: ${remedy}`).join('; ');
    ctx.logger.warn(`An event ${productReleaseTopic} was dropped: ${fields || error.message}`);
  }
}

function parsePayload(payload: unknown) {
  refuseUnusable(payload, 'payload');
  const parsed = productReleaseEventSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid-input', { fields: fieldProblems(parsed.error) });
}
