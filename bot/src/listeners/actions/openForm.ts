import { ModalView } from '@slack/types';
import { z } from 'zod';
import { PersonOffers } from '../../backend/offers';
import { errorWords } from '../../log';
import { composeLoading } from '../../views/composeModal';
import { correctModal } from '../../views/correctModal';
import { messageView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { terminateModal } from '../../views/terminateModal';
import {
  composeValueSchema,
  correctValueSchema,
  formMetadataSchema,
  readValue,
} from '../../views/values';
import { askerOfAction } from '../askers';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { emptyCompose } from '../views/compose';
import { STALE_BUTTON } from './approve';
import { ButtonPress, MenuPick } from './types';

/** What a button opens: a form at once, and where it needs the portal for that, the form that comes into it then. */
interface Opening<T> {
  what: string;
  schema: z.ZodType<T>;
  view: (value: T) => ModalView;
  fill?: (mine: PersonOffers, value: T, client: ButtonPress['client']) => Promise<ModalView>;
}

/** Announce it… was pressed: asks what to say, and to whom. */
export const compose = opening({
  what: 'compose',
  schema: composeValueSchema,
  view: composeLoading,
  fill: async (mine, { o: id, k: kind }, client) =>
    emptyCompose(await mine.call('announcementReach', { params: { id }, query: { kind } }), client),
});

/** Something else to announce was chosen from the menu: asks what to say of it, and to whom. */
export const composeOther =
  (services: BotServices) =>
  ({ action, ...press }: MenuPick): Promise<void> =>
    compose(services)({
      ...press,
      action: { block_id: action.block_id, value: action.selected_option?.value },
    });

/** Correct… was pressed: asks what was wrong. */
export const correct = opening({
  what: 'correct',
  schema: correctValueSchema,
  view: value => correctModal(value),
});

/** Plan its end… was pressed: asks when, and what replaces it. */
export const terminate = opening({
  what: 'terminate',
  schema: formMetadataSchema,
  view: value => terminateModal({ metadata: value }),
});

function opening<T>({ what, schema, view, fill }: Opening<T>) {
  return (services: BotServices) =>
    async ({ ack, body, action, respond, client }: ButtonPress): Promise<void> => {
      const value = readValue(schema, action.value);
      const asker = askerOfAction(body);
      // The trigger ends after three seconds: nothing may come between the press and the form.
      const opened =
        value === undefined
          ? undefined
          : client.views.open({ trigger_id: body.trigger_id, view: view(value) });
      await Promise.all([
        ack(),
        handlePrivately(services, { what, asker, respond }, async () => {
          if (value === undefined || !opened) return answer(respond, STALE_BUTTON);
          const shown = await opened.catch(() => undefined);
          const viewId = shown?.view?.id;
          if (!viewId) {
            return answer(respond, 'Slack was too slow to open the form. Press the button again.');
          }
          if (!fill) return undefined;
          const filled = await fill(services.offers.for(asker), value, client).catch(error =>
            messageView('Sorry', `⛔ ${refusalWords(error, viewId)}`),
          );
          await client.views.update({ view_id: viewId, view: filled }).catch(error =>
            services.log.info('The form was closed before it was filled', {
              error: errorWords(error),
            }),
          );
          return undefined;
        }),
      ]);
    };
}
