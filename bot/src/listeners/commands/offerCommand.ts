import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { BotServices } from '../services';

/** A command about one offer: what was typed after its word, to what is answered. */
export type OfferCommand = (
  services: BotServices,
  asker: Asker,
  typed: string,
) => Promise<Drawn | string>;
