import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { ChooseValue } from '../../views/values';
import { BotServices } from '../services';
import { publishCommand } from './publish';
import { showCommand } from './show';
import { whyCommand } from './why';

/** A command about one offer: what was typed after its word, to what is answered. */
export type OfferCommand = (
  services: BotServices,
  asker: Asker,
  typed: string,
) => Promise<Drawn | string>;

const offerCommands: Readonly<Record<ChooseValue['c'], OfferCommand>> = {
  show: showCommand,
  why: whyCommand,
  publish: publishCommand,
};

/** Runs a command about one offer. */
export function runOfferCommand(
  command: ChooseValue['c'],
  services: BotServices,
  asker: Asker,
  typed: string,
): Promise<Drawn | string> {
  return offerCommands[command](services, asker, typed);
}
