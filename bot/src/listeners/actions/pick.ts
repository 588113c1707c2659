import { readMenu } from '../../views/offerMenu';
import { askerOfAction } from '../askers';
import { runOfferCommand } from '../commands/offerCommands';
import { answer, handlePrivately } from '../privately';
import { formOpener } from '../openForm';
import { BotServices } from '../services';
import { MenuPick } from './types';

/** An offer was picked from a menu: does with it what the command asked for. */
export function pick(services: BotServices) {
  return async ({ ack, body, action, respond, client }: MenuPick): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'pick', asker, respond }, async () => {
      const menu = readMenu(action.block_id);
      const id = action.selected_option?.value;
      if (!menu || !id) return answer(respond, 'This menu is out of date. Type the command again.');
      const openForm = formOpener(services, client, body.trigger_id);
      const typed = menu.rest ? `${id} ${menu.rest}` : id;
      return answer(respond, await runOfferCommand(menu.command, services, asker, typed, openForm));
    });
  };
}
