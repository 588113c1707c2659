import {
  contentSchema,
  offerNameSchema,
  optionProblems,
} from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { rowsOf } from './rows';
import { BrokerSettings } from './settings';
import { aPlan, aPlanWith, aService, nested } from './testing/broker';

// eslint-disable-next-line no-script-url -- what must never become a link
const SCRIPT = 'javascript:alert(1)';

/** Pinned, so that a failure comes again; fast-check prints it with the counter-example. */
const seed = 20261123;

const settings: BrokerSettings = {
  id: 'cloud',
  title: 'Cloud',
  place: { kind: 'file', path: 'catalog.json' },
};

describe('whatever a broker answers', () => {
  const hostile = fc.oneof(
    fc.constantFrom<unknown>(
      '\0',
      '\uD83D',
      '__proto__',
      'x'.repeat(30_000),
      1e308,
      -0,
      {},
      [],
      null,
    ),
    fc.constantFrom<unknown>(SCRIPT, '<script>', '(a+)+$', '$ref', true, NaN),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(nested(10_000)),
  );

  /** The sound one, at times with one of its fields replaced by something hostile. */
  const spoilt = (sound: Record<string, unknown>, fields: string[]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(sound) },
      fc
        .tuple(fc.constantFrom(...fields), hostile)
        .map(([field, value]) => ({ ...sound, [field]: value })),
    );

  const parameters = spoilt({ type: 'object', properties: { a: { type: 'string' } } }, [
    '$schema',
    'type',
    'properties',
    'required',
    'enum',
    'pattern',
    'additionalProperties',
    'allOf',
  ]);
  const plan = fc
    .tuple(
      spoilt(aPlan(), ['id', 'name', 'description', 'metadata', 'schemas']),
      parameters,
      fc.oneof(fc.constant({ b: 1 }), hostile),
    )
    .map(([fields, schema, fixed]) => ({ ...aPlanWith(schema, fixed), ...fields }));
  const metadata = spoilt({ displayName: 'Database' }, [
    'displayName',
    'longDescription',
    'imageUrl',
    'documentationUrl',
    'providerDisplayName',
  ]);
  const service = fc
    .tuple(
      spoilt(aService(), ['id', 'name', 'description', 'bindable', 'tags', 'plans']),
      metadata,
      fc.array(fc.oneof(plan, hostile), { maxLength: 3 }),
    )
    .map(([fields, meta, plans]) => ({ metadata: meta, ...fields, plans }));
  const services = fc.array(fc.oneof({ weight: 4, arbitrary: service }, hostile), { maxLength: 4 });

  test('each row is a sound draft or a reason, with keys and names of their own', () => {
    let drafts = 0;
    fc.assert(
      fc.property(services, given => {
        const rows = rowsOf(settings, { services: given }, 'The file');
        const accepted = rows.flatMap(row => (row.result.ok ? [row.result] : []));
        drafts += accepted.length;
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(new Set(accepted.map(({ name }) => name)).size).toBe(accepted.length);
        for (const { name, content } of accepted) {
          const parsed = contentSchema.parse(content);
          expect(offerNameSchema.safeParse(name).success).toBe(true);
          expect(optionProblems(parsed.options)).toEqual([]);
          expect(JSON.stringify(parsed)).not.toMatch(/\\u0000|\\ud[89a-f]/);
          const { logo = '' } = parsed.information;
          const addresses = [logo, ...parsed.knowledge.documents.map(({ url }) => url)];
          expect(addresses.join()).not.toMatch(/script:/);
        }
        for (const { title } of rows) expect(title).not.toBe('');
        const reasons = rows.flatMap(({ result }) => (result.ok ? [] : [result.reason]));
        for (const reason of reasons) expect(reason).toMatch(/.+: .+/);
      }),
      { seed, numRuns: 1_000 },
    );
    expect(drafts).toBeGreaterThan(100);
  });
});
