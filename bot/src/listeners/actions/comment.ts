import { commentModal } from '../../views/comments';
import { commentValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { STALE_BUTTON } from './approve';
import { ButtonPress } from './types';

/** Ask… or Answer… was pressed: opens the form. */
export function askComment(services: BotServices) {
  return async ({ ack, body, action, respond, client }: ButtonPress): Promise<void> => {
    const value = readValue(commentValueSchema, action.value);
    const asker = askerOfAction(body);
    // The trigger ends after three seconds: nothing may come between the press and the modal.
    const opened = value
      ? client.views.open({ trigger_id: body.trigger_id, view: commentModal(value) })
      : undefined;
    await Promise.all([
      ack(),
      handlePrivately(services, { what: 'comment', asker, respond }, async () => {
        if (opened)
          await opened.catch(() =>
            answer(respond, 'Slack was too slow to open the form. Press the button again.'),
          );
        else await answer(respond, STALE_BUTTON);
      }),
    ]);
  };
}
