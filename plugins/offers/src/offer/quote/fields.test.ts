import { quoteFields } from './fields';

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

  it('are none for a schema that is not of the usual shape', () => {
    expect(names({ properties: 'nonsense' })).toEqual([]);
  });
});
