import { ModalView } from '@slack/types';
import { askerOfAction } from '../askers';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { ButtonPress } from './types';

/** A button of a wizard was pressed: opens its form. */
export function openWizard(
  services: BotServices,
  view: (carried: string | undefined) => ModalView,
) {
  return async ({ ack, body, action, respond, client }: ButtonPress): Promise<void> => {
    const asker = askerOfAction(body);
    // The trigger ends after three seconds: nothing may come between the press and the modal.
    const opened = client.views.open({ trigger_id: body.trigger_id, view: view(action.value) });
    await Promise.all([
      ack(),
      handlePrivately(services, { what: 'wizard', asker, respond }, async () => {
        await opened.catch(() =>
          answer(respond, 'Slack was too slow to open the form. Press the button again.'),
        );
      }),
    ]);
  };
}
