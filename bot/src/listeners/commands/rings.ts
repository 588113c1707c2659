import { ringsOf } from '../../views/rings';
import { onManaged } from './onManaged';

/** `/offer rings <name>`: the way of its versions through their rings, and the buttons to act on it. */
export const ringsCommand = onManaged('rings', async ({ mine, offer }) =>
  ringsOf(await mine.call('getOfferLife', { params: { id: offer.id } }), offer.title),
);
