import { ringsOf } from '../../views/rings';
import { onManaged } from './onManaged';

/** `/offer rings <name>`: the way of its versions through their rings, and the buttons to act on it. */
export const ringsCommand = onManaged('rings', async ({ mine, offer }) => {
  const life = await mine.call('getOfferLife', { params: { id: offer.id } });
  const names = await mine.names(life.rings.flatMap(({ acts }) => acts.map(({ by }) => by)));
  return ringsOf(life, offer.title, names);
});
