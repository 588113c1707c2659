import { chooseValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { runOfferCommand } from '../commands/offerCommands';
import { answer, handlePrivately } from '../privately';
import { formOpener } from '../openForm';
import { BotServices } from '../services';
import { ButtonPress } from './types';

/** One of several offers was chosen: does with it what the command asked for. */
export function choose(services: BotServices) {
  return async ({ ack, body, action, respond, client }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'choose', asker, respond }, async () => {
      const chosen = readValue(chooseValueSchema, action.value);
      if (!chosen) return answer(respond, 'This list is out of date. Type the command again.');
      const openForm = formOpener(services, client, body.trigger_id);
      const typed = chosen.w ? `${chosen.n} ${chosen.w}` : chosen.n;
      return answer(respond, await runOfferCommand(chosen.c, services, asker, typed, openForm));
    });
  };
}
