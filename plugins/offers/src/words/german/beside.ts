import type { besideMessages } from '../messages/beside';

/** German for what stands beside the software and on the home page. */
export const besideGerman: Record<keyof typeof besideMessages, string> = {
  'entity.none': 'Hier gibt es für Sie keine Angebote',
  'entity.noneWhy':
    'Angebote, die mit dieser Entität verknüpft sind und Ihnen offenstehen, stehen hier nach dem, was sie tun.',
  'entity.browse': 'Im ganzen Katalog suchen',
  'entity.loading': 'Die Angebote',
  'entity.provision': 'Bereitstellen, oder mehr davon',
  'entity.change': 'Ändern',
  'entity.decommission': 'Abbauen',
  'entity.support': 'Support dafür',
  'entity.all': 'Alle Angebote dieser Entität',
  'search.forYou': 'Angebote für Sie',
  'search.none': 'Kein Angebot, das Ihnen offensteht, enthält diese Worte.',
  'search.all': 'Alle davon',
  'home.new': 'Neu für Sie',
  'home.newNone': 'Ihnen wurde noch nichts angeboten.',
  'home.ending': 'Läuft bald aus',
  'home.endingNone': 'Nichts, was Sie sehen, läuft bald aus.',
  'home.until': 'bis {{when}}',
  'home.since': 'seit {{when}}',
  'home.waiting': 'Wartet auf Sie',
  'home.waitingNone': 'Kein Plan wartet auf Sie.',
  'home.decide': '{{who}} bittet um Ihre Entscheidung, Veröffentlichung am {{when}}',
  'home.mend': 'Änderungen wurden erbeten',
  'home.all': 'Alle Angebote',
  'home.plans': 'Alle Pläne',
};
