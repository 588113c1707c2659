import { PersonOffers } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { offersToChoose } from '../../views/offers';
import { whichOffer } from '../../views/offerMenu';
import { OfferCommandWord } from '../../views/values';
import { BotServices } from '../services';
import { findManaged, NamedOffer } from './findOffer';
import { OpenForm } from './offerCommand';
import { notManagedWords } from './words';

/** What was found to do something with. */
export interface OnOffer {
  mine: PersonOffers;
  asker: Asker;
  offer: NamedOffer;
  /** what was typed after the name */
  rest: string;
  openForm: OpenForm;
}

/** What a command reads of what was typed. */
export interface Typed {
  name: string;
  rest: string;
}

/** All that was typed is the name. */
export const nameOnly = (typed: string): Typed => ({ name: typed, rest: '' });

/**
 * A command about one offer that the person manages: finds it, lets the person choose where several fit, and says
 * the same of what is not there and of what they may not read (rule 1).
 */
export function onManaged(
  command: OfferCommandWord,
  work: (found: OnOffer) => Promise<Drawn | string>,
  read: (typed: string) => Typed = nameOnly,
) {
  return async (
    { offers }: Pick<BotServices, 'offers'>,
    asker: Asker,
    typed: string,
    openForm: OpenForm,
  ): Promise<Drawn | string> => {
    const { name, rest } = read(typed);
    if (!name) return whichOffer(command);
    const mine = offers.for(asker);
    const found = await findManaged(mine, name);
    if (found.kind === 'none') return notManagedWords(name);
    if (found.kind === 'several') return offersToChoose(name, command, found.offers, rest);
    return work({ mine, asker, offer: found.offer, rest, openForm });
  };
}
