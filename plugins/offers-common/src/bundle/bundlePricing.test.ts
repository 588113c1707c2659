import { contentSchema } from '../content/content';
import { judgedPricing, ownPriceLists } from './bundlePricing';

const charge = { kind: 'recurring', label: 'Use', amount: '120', period: 'month' };
const steps = [{ key: 'database', offerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d' }];
const contentWith = (more: object) =>
  contentSchema.parse({
    information: { title: 'Starter kit' },
    pricing: { priceLists: [{ currency: 'EUR', charges: [charge] }] },
    ...more,
  });

describe('the price lists that an offer is sold by', () => {
  it.each([
    ['its own', {}],
    ['its own, of a bundle with a fixed price', { bundle: { steps, price: { rule: 'fixed' } } }],
  ])('are %s', (_what, more) => {
    expect(ownPriceLists(contentWith(more)).map(({ currency }) => currency)).toEqual(['EUR']);
  });

  it.each([
    ['their sum', { rule: 'sum' }],
    ['their sum with a discount', { rule: 'discount', percent: '10' }],
  ])('are none where its members make the price: %s', (_what, price) => {
    expect(ownPriceLists(contentWith({ bundle: { steps, price } }))).toEqual([]);
  });
});

test('a bundle is judged by what its members cost in the currencies that it is sold in', () => {
  const soldIn = (...currencies: string[]) =>
    contentWith({
      pricing: {
        priceLists: currencies.map(currency => ({ currency, charges: [charge] })),
        costs: currencies.map(currency => ({
          ...{ label: 'Cloud', currency, amount: '60', period: 'month' },
        })),
      },
    });
  const two = [...steps, { key: 'queue', offerId: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed' }];
  const judged = judgedPricing(contentWith({ bundle: { steps: two } }), offerId =>
    offerId === steps[0]?.offerId ? soldIn('EUR', 'USD') : soldIn('EUR'),
  );
  expect(judged.priceLists.map(({ currency }) => currency)).toEqual(['EUR']);
  expect(judged.costs.map(({ currency }) => currency)).toEqual(['EUR', 'EUR']);
});
