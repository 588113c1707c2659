import { contentSchema } from '@offerdesk/backstage-plugin-offers-common';
import { SourceError, SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { rowsOf } from './rows';
import { BrokerSettings } from './settings';
import { aCatalogue, aPlan, aPlanWith, aService } from './testing/broker';

// eslint-disable-next-line no-script-url -- what must never become a link
const SCRIPT = 'javascript:alert(1)';

const settings: BrokerSettings = {
  id: 'cloud',
  title: 'Cloud',
  place: { kind: 'file', path: 'catalog.json' },
};

const read = (catalogue: unknown) => rowsOf(settings, catalogue, 'The file');

function onlyDraft(service: unknown, own: BrokerSettings = settings) {
  const [row] = rowsOf(own, aCatalogue(service), 'The file');
  if (!row?.result.ok) throw new Error(`rejected: ${JSON.stringify(row)}`);
  return { ...row.result, title: row.title, content: contentSchema.parse(row.result.content) };
}

const reasons = (rows: readonly SourceRow[]) =>
  rows.map(({ key, result }) => [key, result.ok ? 'ok' : result.reason]);

describe('what is no catalogue is an error that says what to do', () => {
  test.each([[null], ['<html>'], [[]], [{}], [{ services: {} }]])('%j', catalogue => {
    expect(() => read(catalogue)).toThrow(SourceError);
    expect(() => read(catalogue)).toThrow(/The file .* GET \/v2\/catalog/);
  });

  test('so is one that is too large to be one', () => {
    expect(() => read({ services: Array(5_001).fill({}) })).toThrow('more than 5000');
    const plans = [...Array(5_001).keys()].map(n => aPlan({ id: `p${n}`, name: `p${n}` }));
    expect(() => read(aCatalogue(aService({ plans })))).toThrow('more than 5000');
  });
});

describe('a faulty service or plan is rejected by its field, and the others go on', () => {
  test('services', () => {
    const rows = read(
      aCatalogue(
        'nothing',
        aService({ id: undefined }),
        aService({ id: 'b', name: 'b', plans: [] }),
        aService({ id: 'c', name: 'c', bindable: 'yes' }),
        aService({ id: 'with space', name: 'd' }),
        aService(),
      ),
    );
    expect(reasons(rows)).toEqual([
      ['services[0]', expect.stringMatching(/^the whole entry: /)],
      ['services[1]', expect.stringMatching(/^id: /)],
      ['services[2]', expect.stringMatching(/^plans: /)],
      ['services[3]', expect.stringMatching(/^bindable: /)],
      ['services[4]', expect.stringMatching(/^id: .*white space/)],
      ['plan-1', 'ok'],
    ]);
  });

  test('plans', () => {
    const plans = [
      7,
      aPlan({ id: 'a', name: undefined }),
      aPlan({ id: 'b', name: 'b', description: null }),
      aPlan({ id: 'c', name: 'c', metadata: { costUrl: 5 } }),
      { ...aPlanWith([]), id: 'd', name: 'd' },
      aPlan({ id: 'e', name: 'e' }),
    ];
    expect(reasons(read(aCatalogue(aService({ plans }))))).toEqual([
      ['services[0].plans[0]', expect.stringMatching(/^the whole entry: /)],
      ['services[0].plans[1]', expect.stringMatching(/^name: /)],
      ['services[0].plans[2]', expect.stringMatching(/^description: /)],
      ['services[0].plans[3]', expect.stringMatching(/^metadata\.costUrl: /)],
      ['services[0].plans[4]', expect.stringMatching(/^schemas\.service_instance\.create/)],
      ['e', 'ok'],
    ]);
  });

  test('what stands twice counts once, and the second says where the first is', () => {
    const rows = read(
      aCatalogue(
        aService({ plans: [aPlan(), aPlan({ name: 'other' }), aPlan({ id: 'p2' })] }),
        aService({ name: 'other' }),
        aService({ id: 'other' }),
        aService({ id: 's4', name: 'postgres-small', plans: [aPlan({ id: 'p4', name: 'x' })] }),
        aService({ id: 's5', name: 'Postgres', plans: [aPlan({ id: 'p5', name: 'small-x' })] }),
      ),
    );
    expect(reasons(rows)).toEqual([
      ['plan-1', 'ok'],
      [
        'services[0].plans[1]',
        expect.stringMatching(/plan id plan-1 stands at services\[0\]\.plans\[0\]/),
      ],
      ['p2', expect.stringMatching(/offer name .* cloud-postgres-small stands at services\[0\]/)],
      ['services[1]', expect.stringMatching(/service id service-1 stands at services\[0\]/)],
      ['services[2]', expect.stringMatching(/service name postgres stands at services\[0\]/)],
      ['p4', 'ok'],
      ['p5', expect.stringMatching(/cloud-postgres-small-x stands at services\[3\]/)],
    ]);
  });
});

describe('names and titles', () => {
  test('the name is made of source, service and plan, within 100 characters', () => {
    expect(onlyDraft(aService()).name).toBe('cloud-postgres-small');
    const long = (id: string) =>
      onlyDraft(aService({ name: 'x'.repeat(200), plans: [aPlan({ id })] })).name;
    expect(long('a')).toHaveLength(100);
    expect(long('a')).not.toBe(long('b'));
    const foreign = onlyDraft(aService({ name: '数据库' }));
    expect(foreign.name).toMatch(/^cloud-[0-9a-f]{8}-small$/);
    expect(foreign.title).toBe('数据库 – small');
  });

  test('a shared title carries the name', () => {
    const metadata = { displayName: 'Database' };
    const rows = read(
      aCatalogue(
        aService({ metadata }),
        aService({ id: 's2', name: 'maria', metadata, plans: [aPlan({ id: 'p2' })] }),
      ),
    );
    expect(rows.map(({ title }) => title)).toEqual([
      'Database – small (cloud-postgres-small)',
      'Database – small (cloud-maria-small)',
    ]);
  });

  test('texts are cut to what a version holds', () => {
    const { content } = onlyDraft(
      aService({
        metadata: { displayName: '🚀'.repeat(200), longDescription: '*'.repeat(50_000) },
        tags: [...Array(40).keys()].map(String),
        plans: [aPlan({ description: '🚀'.repeat(400) })],
      }),
    );
    const { title, summary, description, tags } = content.information;
    expect(title).toMatch(/^(🚀)+… – small$/u);
    expect(summary).toMatch(/^(🚀){149}…$/u);
    expect(description.length).toBeLessThanOrEqual(20_000);
    expect(tags).toHaveLength(30);
  });
});

describe('addresses', () => {
  const documentsOf = (metadata: unknown) => onlyDraft(aService({ metadata }));

  test('documents are web addresses; the plan’s own wins', () => {
    const { content } = onlyDraft(
      aService({
        metadata: { documentationUrl: 'https://docs.example.com', costUrl: 'https://a.example' },
        plans: [
          aPlan({ metadata: { costUrl: 'http://b.example', supportUrl: 'https://c.example' } }),
        ],
      }),
    );
    expect(content.knowledge.documents).toEqual([
      { title: 'postgres: documentation', url: 'https://docs.example.com', for: [] },
      { title: 'postgres: support', url: 'https://c.example', for: [] },
      { title: 'postgres: prices', url: 'http://b.example', for: [] },
    ]);
  });

  test.each([
    SCRIPT,
    ` ${SCRIPT.replace('s', '\ns')}`,
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    'https://user:password@evil.example',
    `https://long.example/${'x'.repeat(3_000)}`,
    'nonsense',
  ])('%s is left out, and the row says so', address => {
    const { content, note } = documentsOf({ documentationUrl: address, imageUrl: address });
    expect(content.knowledge.documents).toEqual([]);
    expect(content.information.logo).toBeUndefined();
    expect(note).toBe(
      'imageUrl is no https:// address: left out; documentationUrl is no https:// or http:// address: left out.',
    );
  });

  test('a logo is https only: the portal is', () => {
    expect(documentsOf({ imageUrl: 'http://a.example/x.png' }).content.information.logo).toBe(
      undefined,
    );
  });
});

test('the party is who the catalogue names, else who the configuration names, else nobody', () => {
  const metadata = { providerDisplayName: 'Acme' };
  const partiesOf = (service: unknown, provider?: string) =>
    onlyDraft(service, { ...settings, provider }).content.plans.fulfilment?.parties;
  expect(partiesOf(aService({ metadata }), 'Fallback')).toEqual([
    { kind: 'external', name: 'Acme' },
  ]);
  expect(partiesOf(aService(), 'Fallback')).toEqual([{ kind: 'external', name: 'Fallback' }]);
  expect(partiesOf(aService())).toEqual([]);
});
