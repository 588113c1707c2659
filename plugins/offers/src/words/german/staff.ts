import type { staffMessages } from '../messages/staff';

/** The parts of the pages for those who look after offers, in German. */
export const staffGerman: Record<keyof typeof staffMessages, string> = {
  'staff.demand': 'Bedarf',
  'staff.operations': 'Betrieb',
  'staff.reports': 'Berichte',
  'staff.offers': 'Angebote',
  'staff.prices': 'Preise ändern',
  'staff.priceLists': 'Preislisten',
  'staff.parties': 'Partner',
  'staff.access': 'Wer was sieht',
  'staff.structure': 'Struktur und Ansichten',
  'staff.list': 'Liste',
  'staff.board': 'Tafel',
  'staff.calendar': 'Kalender',
  'staff.standIns': 'Vertretungen',
  'staff.productReleases': 'Produkt-Releases',
  'staff.attention': 'Anzusehen',
  'staff.releaseCalendar': 'Release-Kalender',
  'staff.figures': 'Zahlen',
  'staff.audit': 'Protokoll',
  'staff.only': 'Diese Seite ist für alle, die sich um Angebote kümmern',
  'staff.onlyDo':
    'Ihre Rolle gehört nicht dazu. Wenn doch, lassen Sie sich von einem Catalog Manager in die richtige Gruppe aufnehmen.',
};
