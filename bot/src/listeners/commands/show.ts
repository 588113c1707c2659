import { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { offerDetails, offersToChoose } from '../../views/offers';
import { whichOffer } from '../../views/offerMenu';
import { BotServices } from '../services';
import { asOfferName, findOffer } from './findOffer';
import { ifFound } from './ifFound';
import { notOffered, unknownOfferWords } from './words';

/** `/offer show <name>`: the offer as the person may see it. */
export async function showCommand(
  { offers }: Pick<BotServices, 'offers'>,
  asker: Asker,
  typed: string,
): Promise<Drawn | string> {
  if (!typed) return whichOffer('show');
  const mine = offers.for(asker);
  const exact = await pageOf(mine, asOfferName(typed));
  if (exact) return offerDetails(exact);

  const found = await findOffer(mine, typed);
  if (found.kind === 'several') return offersToChoose(typed, 'show', found.offers);
  if (found.kind === 'none') return unknownOfferWords(typed);
  const page = await pageOf(mine, found.offer.name);
  return page ? offerDetails(page) : notOffered(found.offer.name);
}

async function pageOf(
  offers: PersonOffers,
  name: string | undefined,
): Promise<OfferPage | undefined> {
  return name === undefined ? undefined : ifFound(offers.call('offerPage', { params: { name } }));
}
