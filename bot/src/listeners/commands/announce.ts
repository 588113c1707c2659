import { announceOverview } from '../../views/announceOverview';
import { hearing } from '../../views/hearing';
import { OfferCommand } from './offerCommand';
import { onManaged } from './onManaged';

const announced = onManaged('announce', async ({ mine, offer }) => {
  const list = await mine.call('listAnnouncements', { params: { id: offer.id } });
  const names = await mine.names(list.items.flatMap(({ by }) => by ?? []));
  return announceOverview(offer, list, names);
});

/** `/offer announce <name>`: what was announced of it, to correct it or to announce by hand; or `settings`. */
export const announceCommand: OfferCommand = async (services, asker, typed, openForm) => {
  if (typed.toLowerCase() === 'settings') {
    const mine = services.offers.for(asker);
    return hearing(await mine.call('announcementPreferences', {}));
  }
  return announced(services, asker, typed, openForm);
};
