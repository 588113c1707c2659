import type { productReleaseMessages } from '../messages/productReleases';

/** German for product releases. */
export const productReleaseGerman: Record<keyof typeof productReleaseMessages, string> = {
  'productReleases.title': 'Produkt-Releases',
  'productReleases.lede':
    'Was Pipelines und Personen von Produkten melden, und welcher Bedarf daraus entstand.',
  'productReleases.loading': 'Die Produkt-Releases',
  'productReleases.none': 'Kein Produkt-Release ist bekannt',
  'productReleases.noneDo':
    'Pipelines melden sie mit einem Dienst-Token; Sie können auch eines von Hand melden.',
  'productReleases.product': 'Produkt',
  'productReleases.version': 'Version',
  'productReleases.status': 'Status',
  'productReleases.anyStatus': 'Jeder Status',
  'productReleases.since': 'Seit',
  'productReleases.notes': 'Notizen',
  'productReleases.raised': 'Bedarf daraus',
  'productReleases.more': 'Mehr zeigen',
  'productReleases.report': 'Release melden …',
  'productReleases.reportTitle': 'Ein Produkt-Release melden',
  'productReleases.confirm': 'Melden',
  'productReleases.done': 'Gemeldet: {{product}} {{version}}.',
  'productReleases.effect':
    'Angebote, die dieses Release brauchen, öffnen sich oder warten danach. Für Angebote, die sein Produkt enthalten, entsteht Bedarf.',
  'releaseStatus.released': 'Veröffentlicht',
  'releaseStatus.deployed': 'Ausgerollt',
  'releaseStatus.withdrawn': 'Zurückgezogen',
};
