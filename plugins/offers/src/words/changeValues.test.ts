import { englishT, germanT } from '../__testUtils__/translators';
import { refsIn, valueIn } from './changeValues';

/** What a field becomes, as the rules say it, in English and in German. */
const SAID: [field: string, value: string, english: string, german: string][] = [
  [
    'content.pricing.priceLists',
    '1440.50 EUR a month for group:default/a and everyone, 9 JPY a GB',
    '1440.50 EUR a month for a, Everyone, 9 JPY a GB',
    '1.440,50 EUR je Monat für a, Alle, 9 JPY je GB',
  ],
  ['content.access.see', 'group:default/a; not user:default/b', 'a; not b', 'a; nicht b'],
  [
    'content.access.rings',
    'Pilot (group:default/qa and 5 %, 24 h)',
    'Pilot (qa and 5 %, 24 h)',
    'Pilot (qa und 5 %, 24 h)',
  ],
  [
    'content.plans.fulfilment',
    'by hand: queue; Acme (external), group:default/ops by change',
    'By hand: queue; Acme (external), ops, as a change with its own approval',
    'Von Hand: queue; Acme (extern), ops, als Änderung mit eigener Genehmigung',
  ],
  [
    'content.options',
    '3 to choose, 1 fixed',
    '3 for the consumer to choose, 1 set by the offer',
    '3 wählt der Nutzer, 1 setzt das Angebot',
  ],
  [
    'content.options',
    '6 asked, 2 fixed',
    '6 for the consumer to choose, 2 set by the offer',
    '6 wählt der Nutzer, 2 setzt das Angebot',
  ],
  [
    'content.options.schema',
    'Size: small or large, standard small, required; n: whole number 1–9 (when size large)',
    'Size: small or large, by default small, has to be answered; n: whole number 1–9 (when size large)',
    'Size: small oder large, sonst small, muss beantwortet werden; n: ganze Zahl 1–9 (wenn size large)',
  ],
  [
    'content.options.schema',
    'Encrypted: yes or no, standard yes; Tags: several values; Key: text (when Encrypted yes)',
    'Encrypted: yes or no, by default yes; Tags: several values; Key: text (when Encrypted yes)',
    'Encrypted: ja oder nein, sonst ja; Tags: mehrere Werte; Key: Text (wenn Encrypted ja)',
  ],
  ['content.options.toggles', 'Backups (on)', 'Backups (on)', 'Backups (an)'],
  [
    'content.options.effects',
    'backup: -10 % of usage charges, size large: +20.00 EUR a month each',
    'backup: -10 % of what is charged for use, size large: +20.00 EUR a month each',
    'backup: -10 % auf Beträge nach Verbrauch, size large: +20,00 EUR je Monat je Einheit',
  ],
  [
    'content.bundle.price',
    'what its members cost, less 10 %',
    'What its members cost, less 10 %',
    'Was seine Teile kosten, abzüglich 10 %',
  ],
  ['content.bundle.steps', '2 × Redis after DB', '2 × Redis after DB', '2 × Redis nach DB'],
  [
    'content.product.entities',
    'component:default/ledger (dependsOn)',
    'Depends on: ledger',
    'Braucht: ledger',
  ],
  ['terminations.subscriptions', 'they end with it', 'They end with it', 'Sie enden mit ihm'],
  ['interaction', 'something new', 'Something new', 'Etwas Neues'],
  ['content.terms', 'lead time 1 day', 'lead time 1 day', 'Lieferzeit 1 Tag'],
  ['content.terms.recordAcceptance', 'yes', 'Yes', 'Ja'],
  ['content.terms.delivery', 'In 3 days, yes', 'In 3 days, yes', 'In 3 days, yes'],
];

describe('what a field becomes', () => {
  it.each(SAID)('is said in words, %s', (field, value, english, german) => {
    const change = { field, label: 'Label' };
    expect([englishT(), germanT()].map(t => valueIn(t, change, value))).toEqual([english, german]);
  });

  it('calls who is named as people call them', () => {
    const called = { 'group:default/a-team': 'Team A', 'component:default/b': 'Service B' };
    const nameOf = (ref: string) => new Map(Object.entries(called)).get(ref) ?? ref;
    const said = (field: string, value: string) =>
      valueIn(englishT(), { field, label: 'Label' }, value, nameOf);
    expect(said('owner', 'group:default/a-team')).toBe('Team A');
    expect(said('content.plans', 'group:default/a-team by request')).toBe('Team A, as a request');
    expect(said('content.product.entities', 'component:default/b')).toBe('Service B');
    expect(said('content.pricing.priceLists', '5.00 EUR a month for group:default/a-team')).toBe(
      '5.00 EUR a month for Team A',
    );
    const before = 'group:default/a-team by request, 5.00 EUR';
    expect(refsIn([{ before }, { after: 'component:default/b (product)' }])).toEqual(
      Object.keys(called),
    );
  });

  it('of the structure is what the label says last', () => {
    const label = 'Change of the view start: who may see it';
    expect(valueIn(englishT(), { field: 'x', label }, 'group:default/a')).toBe('a');
  });
});
