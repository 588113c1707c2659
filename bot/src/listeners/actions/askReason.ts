import { reasonModal } from '../../views/reasonModal';
import { planValueSchema, readValue, ReasonMetadata } from '../../views/values';
import { askerOfAction } from '../askers';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { STALE_BUTTON } from './approve';
import { ButtonPress } from './types';

/** Reject… or Request changes… was pressed: asks why. Whether the person may decide, the backend says. */
export function askReason(services: BotServices, verdict: ReasonMetadata['v']) {
  return async ({ ack, body, action, respond, client }: ButtonPress): Promise<void> => {
    const plan = readValue(planValueSchema, action.value);
    const asker = askerOfAction(body);
    // The trigger ends after three seconds: nothing may come between the press and the modal.
    const opened = plan
      ? client.views.open({
          trigger_id: body.trigger_id,
          view: reasonModal({ ...plan, v: verdict }),
        })
      : undefined;
    await Promise.all([
      ack(),
      handlePrivately(services, { what: verdict, asker, respond }, async () => {
        if (opened)
          await opened.catch(() =>
            answer(respond, 'Slack was too slow to open the form. Press the button again.'),
          );
        else await answer(respond, STALE_BUTTON);
      }),
    ]);
  };
}
