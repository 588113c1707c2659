import { ModalView } from '@slack/types';
import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { BotServices } from '../services';

/** Opens a form for whoever has just asked; says whether Slack still took it, which it does for three seconds. */
export type OpenForm = (view: ModalView) => Promise<boolean>;

/** A command about one offer: what was typed after its word, to what is answered; it may open a form beside. */
export type OfferCommand = (
  services: BotServices,
  asker: Asker,
  typed: string,
  openForm: OpenForm,
) => Promise<Drawn | string>;
