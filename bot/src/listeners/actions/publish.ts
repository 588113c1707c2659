import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { isClear } from '../../backend/offers';
import { inline, readersDate } from '../../views/text';
import { planValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { handlePrivately, replace } from '../privately';
import { planPage } from '../planPage';
import { told } from '../../views/blocks';
import { refusalWords } from '../../views/refusals';
import { BotServices } from '../services';
import { STALE_BUTTON } from './approve';
import { ButtonPress } from './types';

/** Publish was pressed under a preview, and confirmed: publishes what the preview showed. */
export function publish(services: BotServices) {
  return async ({ ack, body, action, respond }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'publish', asker, respond }, async () => {
      const plan = readValue(planValueSchema, action.value);
      if (!plan) return replace(respond, STALE_BUTTON);
      const { teamId, slackUserId } = asker;
      try {
        const released = await services.offers.for(asker).call('releasePlan', {
          params: { id: plan.p },
          body: { contentHash: plan.h },
          idempotencyKey: idempotencyKey(['release', teamId, slackUserId, plan.p, plan.h]),
        });
        return await replace(respond, publishedWords(released));
      } catch (error) {
        // The preview shows what is not so any more; without a clear answer it stays, to press again.
        if (!isClear(error)) throw error;
        const words = `⛔ ${refusalWords(error, '')} Nothing was published.`;
        const next = await planPage(error, plan.p, services.offers.for(asker));
        return await replace(respond, told(words, ...next));
      } finally {
        services.nudge();
      }
    });
  };
}

/** Cancel was pressed under a preview. */
export function cancelPublish(services: BotServices) {
  return async ({ ack, body, respond }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'cancel-publish', asker, respond }, () =>
      replace(respond, 'Nothing was published.'),
    );
  };
}

function publishedWords({ title, impact, releaseAt }: Plan): string {
  const offers = impact.map(
    offer => `• *${inline(offer.title)}* can be ordered from ${readersDate(offer.from)}`,
  );
  const what = offers.length > 0 ? offers.slice(0, 20) : [`• from ${readersDate(releaseAt)}`];
  return [`🚀 Published: *${inline(title)}*.`, ...what].join('\n');
}
