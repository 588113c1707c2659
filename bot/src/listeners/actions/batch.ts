import { randomUUID } from 'node:crypto';
import { batchModal, BATCH_TITLE } from '../../views/batch';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { askerOfAction } from '../askers';
import { logRefusal } from '../logRefusal';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { ButtonPress } from './types';

/** So many are looked through for those that may be approved together. */
const LOOKED_THROUGH = 100;

/** Approve several… was pressed: opens the form, then fills it with what the policy calls low-risk. */
export function askBatch(services: BotServices) {
  return async ({ ack, body, respond, client }: ButtonPress): Promise<void> => {
    const asker = askerOfAction(body);
    // The trigger ends after three seconds: nothing may come between the press and the modal.
    const opened = client.views.open({
      trigger_id: body.trigger_id,
      view: workingView(BATCH_TITLE),
    });
    await Promise.all([
      ack(),
      handlePrivately(services, { what: 'batch', asker, respond }, async () => {
        const modal = await opened.catch(() => undefined);
        if (!modal?.view?.id) {
          await answer(respond, 'Slack was too slow to open the form. Press the button again.');
          return;
        }
        const view = await services.offers
          .for(asker)
          .call('waitingPlans', { query: { limit: LOOKED_THROUGH } })
          .then(({ items }) =>
            batchModal(items.filter(plan => plan.lowRisk && plan.decideIn === 'anywhere')),
          )
          .catch(error => {
            const reference = randomUUID();
            logRefusal(services.log, error, { request: reference, what: 'batch' });
            return messageView(BATCH_TITLE, `⛔ ${refusalWords(error, reference)}`);
          });
        await client.views.update({ view_id: modal.view.id, view });
      }),
    ]);
  };
}
