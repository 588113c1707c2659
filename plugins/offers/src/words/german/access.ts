import type { accessMessages } from '../messages/access';

/** German for who sees what. */
export const accessGerman: Record<keyof typeof accessMessages, string> = {
  'access.title': 'Wer was sieht',
  'access.lede':
    'Was eine Person oder eine Gruppe sieht und bestellen kann, und warum oder warum nicht: dieselbe Regel und dieselben Worte, die sie lesen.',
  'access.nav': 'Verwalten',
  'access.question': 'Person und Angebot',
  'access.person': 'Person oder Gruppe',
  'access.offer': 'Angebot',
  'access.offerNote': 'Leer: alle.',
  'access.at': 'Zeitpunkt',
  'access.atNote': 'Leer: jetzt. In {{zone}}.',
  'access.explain': 'Erklären',
  'access.show': 'Zeigen, was sie sehen',
  'access.loading': 'Die Gründe',
  'access.state': 'Zustand',
  'access.version': 'Version',
  'access.sees': 'Sieht es',
  'access.orders': 'Kann es bestellen',
  'access.yes': 'Ja',
  'access.no': 'Nein',
  'access.noTime': 'Diese Zeit gibt es nicht',
  'access.notWhole': 'Jemanden wählen oder ganz schreiben: user:default/mia',
  'access.none': 'Nennen Sie eine Person oder eine Gruppe',
  'access.noneDo':
    'Ohne Angebot sehen Sie, was sie vom Katalog sehen; mit einem Angebot jeden Grund, auch von dem, was war oder kommt.',
  'access.drafts': 'Entwürfe spielen keine Rolle: Erklärt wird, was veröffentlicht ist.',
  'access.seesOf': 'Was {{who}} sieht',
  'access.seesNote': 'Jedes Angebot, wie sie es zu dieser Zeit vorfinden würden.',
  'access.onlySeen': 'Nur, was sie sehen',
  'access.offers': 'Die Angebote',
  'access.noOffers': 'Es ist noch nichts veröffentlicht.',
  'access.noneSeen': 'Von diesen sehen sie keines.',
  'access.why': 'Warum?',
  'access.whyOf': 'Warum: {{title}}',
  'access.more': 'Mehr zeigen',
};
