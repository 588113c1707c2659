import { ActionsBlock, ExternalSelect, Option } from '@slack/types';
import { actionIds } from './actionIds';
import { Drawn, section } from './blocks';
import { cut, plain } from './text';
import { OfferCommandWord, offerCommands } from './values';

const MENU = /^menu:([a-z-]+):([\s\S]*)$/;

/** A menu that finds offers while the person types; it knows what is then done with the one that is picked. */
export function offerMenu(command: OfferCommandWord, rest = ''): ActionsBlock {
  return {
    type: 'actions',
    // Slack gives the block's id back, with the search and with the pick: it is all that a menu can carry.
    block_id: `menu:${command}:${rest.length <= 200 ? rest : ''}`,
    elements: [offerSelect(actionIds.pick, 'Find an offer by its name')],
  };
}

/** A field in which an offer is found while the person types. */
export function offerSelect(actionId: string, placeholder: string): ExternalSelect {
  return {
    type: 'external_select',
    action_id: actionId,
    min_query_length: 2,
    placeholder: plain(placeholder, 150),
  };
}

/** What is to be done with the offer that is picked from a menu. */
export function readMenu(blockId: string): { command: OfferCommandWord; rest: string } | undefined {
  const [, word, rest = ''] = MENU.exec(blockId) ?? [];
  const command = offerCommands.find(known => known === word);
  return command && { command, rest };
}

/** The offers of a menu: at most a hundred, each by its id. */
export function offerOptions(
  offers: readonly { id: string; name: string; title: string }[],
): Option[] {
  return offers.slice(0, 100).map(({ id, name, title }) => ({
    text: plain(cut(title, 70), 75),
    description: plain(cut(name, 70), 75),
    value: id,
  }));
}

/** What is asked when a command came without a name. */
export function whichOffer(command: OfferCommandWord): Drawn {
  const text = `Which offer? Type its name after the command: \`/offer ${command} postgres-production\`.`;
  return { text, blocks: [section(`${text} Or find it here:`), offerMenu(command)] };
}
