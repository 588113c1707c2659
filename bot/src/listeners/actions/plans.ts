import { isClear, PersonOffers } from '../../backend/offers';
import { told } from '../../views/blocks';
import { refusalWords } from '../../views/refusals';
import { inline, readersDate } from '../../views/text';
import { PlanActValue, planActValueSchema, readValue } from '../../views/values';
import { planStateWords } from '../../views/words';
import { askerOfAction } from '../askers';
import { planPage } from '../planPage';
import { handlePrivately, replace } from '../privately';
import { BotServices } from '../services';
import { STALE_BUTTON } from './approve';
import { ButtonPress } from './types';

/** Submit was pressed under a plan, and confirmed. */
export const submitPlan = onPlan('submit-plan', async (mine, { p: id, r: revision }) => {
  const { title, approval } = await mine.call('submitPlan', { params: { id }, revision });
  const { required } = approval;
  const asked = required === 1 ? 'One approval is' : `${required} approvals are`;
  return `📮 Submitted: *${inline(title)}*. ${asked} asked for.`;
});

/** A new date was shown with what it means, and confirmed. */
export const schedulePlan = onPlan('schedule-plan', async (mine, value) => {
  const { p: id, r: revision, d: local, z: zone } = value;
  if (!local || !zone) return STALE_BUTTON;
  const body = { release: { local, zone } };
  const { title, releaseAt, state } = await mine.call('patchPlan', {
    params: { id },
    revision,
    body,
  });
  return `🗓️ Scheduled: *${inline(title)}* for ${readersDate(releaseAt)}. The plan is now: ${planStateWords[state]}.`;
});

function onPlan(what: string, work: (mine: PersonOffers, value: PlanActValue) => Promise<string>) {
  return (services: BotServices) =>
    async ({ ack, body, action, respond }: ButtonPress): Promise<void> => {
      await ack();
      const asker = askerOfAction(body);
      await handlePrivately(services, { what, asker, respond }, async () => {
        const value = readValue(planActValueSchema, action.value);
        if (!value) return replace(respond, STALE_BUTTON);
        try {
          return await replace(respond, await work(services.offers.for(asker), value));
        } catch (error) {
          // What was shown is not so any more; without a clear answer it stays, to press again.
          if (!isClear(error)) throw error;
          const words = `⛔ ${refusalWords(error, '')} Nothing was changed.`;
          const next = await planPage(error, value.p, services.offers.for(asker));
          return await replace(respond, told(words, ...next));
        } finally {
          services.nudge();
        }
      });
    };
}
