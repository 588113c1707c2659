import { errorWords } from '../../log';
import { actModal } from '../../views/actModal';
import { refusalWords } from '../../views/refusals';
import { actValueSchema, ActValue, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { answer, handlePrivately, replace } from '../privately';
import { BotServices } from '../services';
import { STALE_BUTTON } from './approve';
import { ButtonPress } from './types';

/**
 * An act was chosen under what it would do: asks why. The modal opens before anything else, since Slack takes it for
 * three seconds only; what the act would do comes into it when the portal has answered.
 */
export function act(services: BotServices) {
  return async ({ ack, body, action, respond, client }: ButtonPress): Promise<void> => {
    const value = readValue(actValueSchema, action.value);
    const asker = askerOfAction(body);
    const opened = value
      ? client.views.open({ trigger_id: body.trigger_id, view: actModal(value) })
      : undefined;
    await Promise.all([
      ack(),
      handlePrivately(services, { what: value?.a ?? 'act', asker, respond }, async () => {
        if (!value || !opened) return answer(respond, STALE_BUTTON);
        const shown = await opened.catch(() => undefined);
        if (!shown?.view?.id) {
          return answer(respond, 'Slack was too slow to open the form. Press the button again.');
        }
        return fill(services, { value, viewId: shown.view.id, asker }, client);
      }),
    ]);
  };
}

async function fill(
  services: BotServices,
  {
    value,
    viewId,
    asker,
  }: { value: ActValue; viewId: string; asker: ReturnType<typeof askerOfAction> },
  client: ButtonPress['client'],
): Promise<void> {
  const query = { act: value.a, ...(value.v ? { version: value.v } : {}) };
  const view = await services.offers
    .for(asker)
    .call('previewAct', { params: { id: value.o }, query })
    .then(
      preview => actModal(value, { preview }),
      error => actModal(value, { problem: refusalWords(error, viewId) }),
    );
  // Who has sent or closed it by then wants it filled no more.
  await client.views.update({ view_id: viewId, view }).catch(error =>
    services.log.info('The modal was gone before it could be filled', {
      error: errorWords(error),
    }),
  );
}

/** Cancel was pressed under a preview. */
export function cancelAct(services: BotServices) {
  return async ({ ack, body, respond }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'cancel-act', asker, respond }, () =>
      replace(respond, 'Nothing was changed.'),
    );
  };
}
