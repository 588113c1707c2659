import { aContent } from '../testing/content';
import { quoteOf } from './quote';

describe('the currency where choices have a price in some only', () => {
  const inBoth = ['EUR', 'USD'].map(currency => ({
    currency,
    charges: [{ kind: 'recurring' as const, label: 'Use', amount: '10', period: 'month' as const }],
  }));
  const adds = (currency: string) => ({
    option: 'size',
    equals: 'large',
    effect: {
      kind: 'add' as const,
      currency,
      charge: { kind: 'one-off' as const, label: 'Large', amount: '5' },
    },
  });
  const ask = (currency?: string, priced = ['USD']) =>
    quoteOf({
      content: aContent({
        pricing: { priceLists: inBoth },
        options: {
          schema: { type: 'object', properties: { size: { type: 'string', default: 'large' } } },
          effects: priced.map(adds),
        },
      }),
      viewerPrincipals: ['user:default/ada'],
      at: '2027-01-01T00:00:00.000Z',
      currency,
    });

  test('is the first in which all of it has one, and no other is offered', () => {
    expect(ask()).toMatchObject({ ok: true, quote: { currency: 'USD', currencies: ['USD'] } });
    expect(ask(undefined, ['USD', 'EUR'])).toMatchObject({
      quote: { currency: 'EUR', currencies: ['EUR', 'USD'] },
    });
  });

  test.each([
    ['of the price list, without the choice', 'EUR', ['USD'], 'options.size'],
    ['that nobody sells in', 'GBP', ['USD'], 'currency'],
    ['none at all', undefined, ['GBP'], 'options.size'],
  ])('is refused by name: %s', (_, currency, priced, field) => {
    expect(ask(currency, priced)).toMatchObject({
      ok: false,
      refusal: { code: 'no-price', fields: [{ field }] },
    });
  });
});
