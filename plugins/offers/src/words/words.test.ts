import { instantIn, localInZone, tomorrowAtNine } from './dates';
import { englishT, germanT } from '../__testUtils__/translators';
import { askedTitles } from './options';
import { principalsIn } from './refs';
import { wordsOf } from './useWords';

const words = wordsOf(englishT());

describe('prices in words', () => {
  const monthly = {
    kind: 'recurring' as const,
    label: 'Use',
    amount: '120',
    period: 'month' as const,
  };

  it('are every charge with the digits of its currency', () => {
    expect(
      words.price([
        {
          currency: 'EUR',
          audience: [],
          charges: [monthly, { kind: 'one-off', label: 'Set-up', amount: '50' }],
        },
        {
          currency: 'JPY',
          audience: [],
          charges: [{ kind: 'usage', label: 'GB', amount: '12', unit: 'GB' }],
        },
      ]),
    ).toBe('120.00 EUR a month + 50.00 EUR once, or 12 JPY a GB');
  });

  it('stand in a line for each currency, or in one with the others named', () => {
    const lists = ['EUR', 'USD'].map(currency => ({ currency, audience: [], charges: [monthly] }));
    expect(words.prices(lists)).toEqual(['120.00 EUR a month', '120.00 USD a month']);
    expect(words.shortPrice(lists)).toBe('120.00 EUR a month; also in USD');
    expect(words.shortPrice(lists, 'USD')).toBe('120.00 USD a month; also in EUR');
    expect(words.shortPrice(lists, 'JPY')).toBe('120.00 EUR a month; also in USD');
    expect(words.shortPrice(lists.slice(1))).toBe('120.00 USD a month');
    expect(words.shortPrice([])).toBe('Worked out on its page');
    const many = {
      currency: 'EUR',
      audience: [],
      charges: Array.from({ length: 5 }, () => monthly),
    };
    expect(words.shortPrice([many])).toBe('120.00 EUR a month + 120.00 EUR a month + 3 more');
  });

  it('are free only when every charge is nothing', () => {
    const nothing = { currency: 'EUR', audience: [], charges: [{ ...monthly, amount: '0' }] };
    expect(words.price([nothing])).toBe('Free');
    expect(words.price([])).toBe('Worked out on its page');
  });

  it('count days as people do', () => {
    expect([0, 1, 2].map(words.days)).toEqual(['the same day', '1 day', '2 days']);
  });
});

describe('margins in words', () => {
  const margin = {
    currency: 'EUR',
    price: '1440.00',
    cost: '1200.00',
    marginPercent: '16.7',
    floorPercent: '20',
    verdict: 'under-floor' as const,
  };

  it('say price, cost, per cent and floor', () => {
    expect(words.margin(margin)).toBe(
      '1440.00 EUR in the first year, cost 1200.00 EUR: margin 16.7 % (floor 20 %), under the floor',
    );
    expect(words.margin({ ...margin, verdict: 'no-cost' })).toBe(
      '1440.00 EUR in the first year; no cost known in EUR',
    );
  });
});

describe('dates for a field', () => {
  it('[rule 13] are local to the zone, with seconds only where there are any', () => {
    expect(localInZone('2026-12-01T08:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-12-01T09:00');
    expect(localInZone('2026-12-01T23:30:15.000Z', 'Asia/Tokyo')).toBe('2026-12-02T08:30:15');
  });

  it('begin tomorrow at nine where the reader is', () => {
    const lateInAmsterdam = new Date('2026-11-23T23:30:00.000Z');
    expect(tomorrowAtNine(lateInAmsterdam, 'Europe/Amsterdam')).toBe('2026-11-25T09:00');
    expect(tomorrowAtNine(lateInAmsterdam, 'America/New_York')).toBe('2026-11-24T09:00');
  });
});

describe('options in words', () => {
  it('are what is asked: not what is fixed, needed things first', () => {
    const titles = askedTitles({
      schema: {
        type: 'object',
        required: ['vpc'],
        properties: {
          size: { type: 'integer', minimum: 1, maximum: 9, default: 3 },
          engine: { type: 'string', enum: ['a', 'b'] },
          region: { type: 'string' },
          vpc: { type: 'string', title: 'Network', description: 'Where it runs' },
        },
      },
      fixed: { region: 'eu' },
    });
    expect(titles).toEqual(['Network', 'size', 'engine']);
  });

  it('are none for a schema that is not of the usual shape', () => {
    expect(askedTitles({ schema: { properties: 'nonsense' }, fixed: {} })).toEqual([]);
  });
});

it('German has its own digits and dates', () => {
  const german = wordsOf(germanT());
  const priceList = {
    currency: 'EUR',
    audience: [],
    charges: [
      { kind: 'recurring' as const, label: 'Use', amount: '1440.5', period: 'month' as const },
    ],
  };
  expect(german.price([priceList])).toBe('1.440,50 EUR je Monat');
  expect(instantIn(german.t, '2026-12-01T08:00:00.000Z', 'Europe/Berlin')).toBe(
    '1. Dez. 2026, 09:00 MEZ',
  );
});

it('principals are named shortly', () => {
  expect(principalsIn(englishT(), ['everyone', 'group:default/engineers'])).toBe(
    'Everyone, engineers',
  );
});
