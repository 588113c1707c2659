import { localInZone, tomorrowAtNine } from './dates';
import { askedOptions } from './options';
import { daysInWords, priceInWords } from './price';
import { principalWords } from './refs';

describe('prices in words', () => {
  const monthly = {
    kind: 'recurring' as const,
    label: 'Use',
    amount: '120',
    period: 'month' as const,
  };

  it('are every charge with the digits of its currency', () => {
    expect(
      priceInWords([
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

  it('are free only when every charge is nothing', () => {
    const nothing = { currency: 'EUR', audience: [], charges: [{ ...monthly, amount: '0' }] };
    expect(priceInWords([nothing])).toBe('Free');
    expect(priceInWords([])).toBe('Price not given');
  });

  it('count days as people do', () => {
    expect([0, 1, 2].map(daysInWords)).toEqual(['the same day', '1 day', '2 days']);
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
    const rows = askedOptions({
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
    expect(rows.map(({ name }) => name)).toEqual(['vpc', 'size', 'engine']);
    expect(rows[0]).toMatchObject({ title: 'Network', required: true, type: 'text' });
    expect(rows[1]).toMatchObject({ type: 'whole number from 1 up to 9', standard: '3' });
    expect(rows[2]).toMatchObject({ values: ['a', 'b'] });
  });

  it('are none for a schema that is not of the usual shape', () => {
    expect(askedOptions({ schema: { properties: 'nonsense' }, fixed: {} })).toEqual([]);
  });
});

it('principals are named shortly', () => {
  expect(['everyone', 'group:default/engineers'].map(principalWords)).toEqual([
    'Everyone',
    'engineers',
  ]);
});
