import { fixedTitle, isAsked, quoteFields, stillAsked } from './fields';

const names = (schema: Parameters<typeof quoteFields>[0]['schema'], fixed = {}) =>
  quoteFields({ schema, fixed }).map(({ name, kind }) => `${name}: ${kind}`);

describe('the fields of a quote', () => {
  it('are asked by the kind of their value, what is needed first', () => {
    expect(
      names({
        type: 'object',
        required: ['network'],
        properties: {
          size: { type: 'string', enum: ['small', 'large'] },
          nodes: { type: ['integer', 'null'], minimum: 1, maximum: 9 },
          backup: { type: 'boolean' },
          zones: { type: 'array', items: { enum: ['a', 'b'] } },
          network: { type: 'string' },
          rules: { type: 'array', items: { type: 'object' } },
        },
      }),
    ).toEqual([
      'network: text',
      'size: choice',
      'nodes: number',
      'backup: flag',
      'zones: choices',
      'rules: other',
    ]);
  });

  it('leave out what the offer has fixed', () => {
    expect(
      names({ type: 'object', properties: { region: { type: 'string' } } }, { region: 'eu' }),
    ).toEqual([]);
  });

  it('know those of conditions, once each, and tell them apart', () => {
    const fields = quoteFields({
      schema: {
        type: 'object',
        properties: { replica: { type: 'boolean' } },
        if: { properties: { replica: { const: true } } },
        then: { properties: { region: { type: 'string' } }, required: ['region'] },
        allOf: [{ then: { properties: { region: { type: 'string' } } } }],
      },
      fixed: {},
    });
    expect(fields.map(({ name, isConditional }) => [name, isConditional])).toEqual([
      ['replica', false],
      ['region', true],
    ]);
  });

  it('of a condition are asked when another option has its value, also where they are not needed', () => {
    const fields = quoteFields({
      schema: {
        type: 'object',
        properties: { replica: { type: 'boolean' } },
        allOf: [
          {
            if: { properties: { replica: { const: true } }, required: ['replica'] },
            then: {
              properties: { zone: { type: 'string' }, note: { type: 'string' } },
              required: ['zone'],
            },
          },
        ],
      },
      fixed: {},
    });
    const askedFor = (chosen: Parameters<typeof isAsked>[1]) =>
      fields.filter(field => isAsked(field, chosen, () => false)).map(({ name }) => name);
    expect(askedFor({})).toEqual(['replica']);
    expect(askedFor({ replica: true })).toEqual(['replica', 'zone', 'note']);
    expect(fields.map(({ isRequired }) => isRequired)).toEqual([false, true, false]);
    const options = { replica: false, zone: 'a' };
    expect(stillAsked(fields, options, options)).toEqual({ replica: false });
  });

  it('of any other condition are asked when the backend misses them', () => {
    const [, zone] = quoteFields({
      schema: {
        properties: { size: {} },
        if: { properties: { size: { minimum: 3 } } },
        then: { properties: { zone: {} } },
      },
      fixed: {},
    });
    expect(zone && isAsked(zone, { size: 5 }, () => false)).toBe(false);
    expect(zone && isAsked(zone, { size: 5 }, name => name === 'zone')).toBe(true);
  });

  it('name what is fixed as the schema does', () => {
    const schema = { properties: { region: { title: 'Region' } } };
    expect([fixedTitle({ schema }, 'region'), fixedTitle({ schema }, 'zone')]).toEqual([
      'Region',
      'zone',
    ]);
  });

  it('are none for a schema that is not of the usual shape', () => {
    expect(names({ properties: 'nonsense' })).toEqual([]);
  });
});
