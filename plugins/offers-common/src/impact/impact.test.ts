import fc from 'fast-check';
import { contentSchema } from '../content/content';
import { hashJson } from '../content/contentHash';
import { aContent, seed } from '../testing/content';
import { contentChanges } from './differences';
import { EndImpactInput, endImpact, newOfferImpact, OfferImpact } from './impact';

const base = {
  offerId: 'a',
  interaction: 'provision',
  owner: 'group:default/databases',
  from: '2026-12-10T09:00:00.000Z',
  people: new Map([
    ['group:default/engineers', 2],
    ['group:default/board', 1],
  ]),
};
const content = aContent();

test('a new offer has only what it brings', () => {
  const impact = newOfferImpact({ ...base, content });
  expect(impact).toMatchObject({
    kind: 'new',
    audienceGained: [{ principal: 'group:default/engineers', people: 2 }],
  });
  expect(impact.marginsBefore).toBeUndefined();
  expect(impact.changes.every(({ before }) => before === undefined)).toBe(true);
});

test('a change says each field before and after, margins before and after, and who gains and loses', () => {
  const { pricing } = content;
  const [list] = pricing.priceLists;
  const after = aContent({
    access: { ...content.access, see: { allow: ['group:default/board'] } },
    pricing: {
      ...pricing,
      priceLists: [
        {
          ...list,
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Use', amount: '90', period: 'month' }],
        },
      ],
    },
    terms: { ...content.terms, leadTimeDays: 3 },
  });
  const impact = newOfferImpact({ ...base, content: after, serving: content });
  expect(impact.changes).toEqual([
    {
      field: 'content.access.see',
      label: 'Who may see it',
      before: 'group:default/engineers',
      after: 'group:default/board',
      material: true,
    },
    {
      field: 'content.pricing.priceLists',
      label: 'Price',
      before: '100.00 EUR a month',
      after: '90.00 EUR a month',
      material: true,
    },
    {
      field: 'content.terms.leadTimeDays',
      label: 'Lead time',
      before: '1 day',
      after: '3 days',
      material: true,
    },
  ]);
  expect(impact.marginsBefore?.[0]).toMatchObject({ marginPercent: '25.0', verdict: 'met' });
  expect(impact.margins[0]).toMatchObject({ marginPercent: '16.66', verdict: 'under-floor' });
  expect(impact.audienceGained).toEqual([{ principal: 'group:default/board', people: 1 }]);
  expect(impact.audienceLost).toEqual([{ principal: 'group:default/engineers', people: 2 }]);
});

test('who is denied now loses it, and who was denied gains it', () => {
  const denying = aContent({
    access: { ...content.access, see: { allow: ['everyone'], deny: ['group:default/board'] } },
  });
  const open = aContent({ access: { ...content.access, see: { allow: ['everyone'] } } });
  const to = newOfferImpact({ ...base, content: denying, serving: open });
  expect(to.audienceLost).toEqual([{ principal: 'group:default/board', people: 1 }]);
  expect(newOfferImpact({ ...base, content: open, serving: denying }).audienceLost).toEqual([]);
});

test('calls the members of a bundle by their titles, a new one and one that changes', () => {
  const [db, cache] = [
    '3f333df6-90a4-4fda-8dd3-9485d27cee36',
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  ];
  const step = (key: string, offerId: string, after: string[] = []) => ({ key, offerId, after });
  const bundleOf = (...steps: object[]) => contentSchema.parse({ ...content, bundle: { steps } });
  const one = bundleOf(step('db', db));
  const two = bundleOf(step('db', db), step('cache', cache, ['db']));
  const members = new Map([
    [db, 'PostgreSQL'],
    [cache, 'Redis'],
  ]);
  const told = (serving?: typeof one) =>
    newOfferImpact({ ...base, content: two, serving, members }).changes.find(
      ({ label }) => label === 'Members',
    );
  const after = 'PostgreSQL, Redis after PostgreSQL';
  expect(told()).toMatchObject({ after });
  expect(told(one)).toMatchObject({ before: 'PostgreSQL', after });
});

const OLD = '3f333df6-90a4-4fda-8dd3-9485d27cee36';

test('says options, rings, plans and bundles in words, and spells out what words pass over', () => {
  const after = aContent({
    access: {
      ...content.access,
      rings: [{ name: 'Pilot', groups: ['group:default/qa'], percent: 5, holdHours: 24 }],
    },
    options: {
      schema: {
        type: 'object',
        required: ['size'],
        properties: {
          size: { title: 'Size', enum: ['small', 'large'], default: 'small' },
          nodes: { type: 'integer', minimum: 1, maximum: 9 },
        },
        allOf: [
          {
            if: { properties: { size: { const: 'large' } } },
            then: { properties: { zone: { type: 'string' } } },
          },
        ],
      },
      fixed: { region: 'eu', tls: true },
      toggles: [{ key: 'backup', title: 'Backups', default: true, owner: 'group:default/dba' }],
      effects: [
        {
          option: 'size',
          equals: 'large',
          effect: {
            kind: 'add',
            currency: 'EUR',
            charge: { kind: 'recurring', label: 'Large', amount: '20', period: 'month' },
          },
        },
        { option: 'backup', effect: { kind: 'percent', percent: '-10', of: 'usage' } },
      ],
    },
    plans: {
      ...content.plans,
      fulfilment: {
        driver: 'scaffolder',
        reference: 'template:default/db',
        riskRoute: 'change',
        parties: [{ kind: 'external', name: 'Acme' }],
      },
    },
    bundle: {
      steps: [{ key: 'db', offerId: OLD, choice: 'store' }],
      choices: [{ key: 'store', title: 'Store' }],
      price: { rule: 'discount', percent: '10' },
    },
    knowledge: {
      ...content.knowledge,
      runbooks: [{ title: 'Restore', url: 'https://new.example' }],
    },
    succession: { replaces: [OLD], subscriptions: { when: 'end' } },
  });
  const said = contentChanges(content, after, new Map([[OLD, 'Old database']]));
  expect(said.map(({ label, after: now }) => `${label}: ${now}`)).toEqual([
    'Rings: Pilot (group:default/qa and 5 %, 24 h)',
    'Options that are asked: Size: small or large, standard small, required; nodes: whole number 1–9; zone: text (when Size large)',
    'Options that are fixed: region eu, tls yes',
    'Feature toggles: Backups (on)',
    'Price of choices: Size large: +20.00 EUR a month; Backups: -10 % of usage charges',
    'Fulfilment: by a software template: template:default/db; Acme (external) by change',
    'Runbooks: title Restore, url https://new.example',
    'Members: Old database',
    'Choices: Store (1–1)',
    'Bundle price: what its members cost, less 10 %',
    'Replaces: Old database',
    'What becomes of subscriptions: they end with it',
  ]);
  const [offered] = newOfferImpact({ ...base, content: after }).changes.filter(
    ({ label }) => label === 'Options',
  );
  expect(offered?.after).toBe('3 to choose, 2 fixed');
});

test('of options only those that become others are said, also within one another', () => {
  const asked = (zones: string[], more: object = {}) => ({
    ...content,
    options: {
      ...content.options,
      schema: {
        type: 'object',
        properties: {
          encrypted: { type: 'boolean', title: 'Encrypted', default: true },
          network: {
            type: 'object',
            title: 'Network',
            properties: { zone: { title: 'Zone', enum: zones }, ...more },
          },
          tags: { type: 'array', items: { type: 'string' } },
        },
        if: { properties: { encrypted: { const: true } } },
        then: { properties: { key: { title: 'Key', enum: ['ours', 'yours'] } } },
      },
    },
  });
  const first = contentChanges(
    { ...content, options: { ...content.options, schema: {} } },
    asked(['eu']),
  );
  expect(first.map(({ after: now }) => now)).toEqual([
    'Encrypted: yes or no, standard yes; Network › Zone: eu; tags: several values; Key: ours or yours (when Encrypted yes)',
  ]);
  const peering = { type: 'string', title: 'Peering' };
  const next = contentChanges(asked(['eu']), asked(['eu', 'us'], { peering }));
  expect(next).toMatchObject([
    {
      before: 'Network › Zone: eu',
      after: 'Network › Zone: eu or us; Network › Peering: text',
    },
  ]);
});

test('names the bundles, subscriptions and orders that it touches, where they are known', () => {
  const bundles = [{ id: 'kit', title: 'Starter kit' }];
  const entangled = { bundles, subscriptions: 3, orders: 1 };
  expect(newOfferImpact({ ...base, content, serving: content, entangled })).toMatchObject(
    entangled,
  );
  expect(newOfferImpact({ ...base, content })).not.toHaveProperty('subscriptions');
});

const end: EndImpactInput = {
  termination: {
    offerId: 'a',
    noticeAt: '2026-12-11T09:00:00.000Z',
    endsAt: '2027-02-01T09:00:00.000Z',
    endsZone: 'UTC',
    replacedBy: 'b',
    subscriptions: { when: 'consumer-chooses' },
    reason: 'Too old',
  },
  title: 'Old',
  serving: content,
  replacement: 'New',
  people: base.people,
  entangled: { subscriptions: 4 },
};

const linesOf = ({ changes }: OfferImpact) =>
  changes.map(({ label, after }) => `${label}: ${after}`);

test('an end says what stops, for whom and when, and what becomes of subscriptions', () => {
  const impact = endImpact(end);
  expect(impact).toMatchObject({
    kind: 'end',
    from: '2026-12-11T09:00:00.000Z',
    until: '2027-02-01T09:00:00.000Z',
    audienceLost: [{ principal: 'group:default/engineers', people: 2 }],
    subscriptions: 4,
  });
  expect(linesOf(impact)).toEqual([
    'Told from: 11 Dec 2026, 09:00 UTC',
    'Offered until: 1 Feb 2027, 09:00 UTC',
    'Replaced by: New',
    'What becomes of subscriptions: they move to the replacement when the consumer chooses',
    'Reason: Too old',
  ]);
});

test('an end without a replacement says why under a name of its own', () => {
  const { replacedBy, ...alone } = end.termination;
  const impact = endImpact({
    ...end,
    termination: { ...alone, noReplacement: 'Nobody uses it', subscriptions: { when: 'end' } },
    replacement: undefined,
  });
  expect(replacedBy).toBeDefined();
  expect(linesOf(impact)).toContain('Why nothing replaces it: Nobody uses it');
  expect(linesOf(impact).join()).not.toContain('Replaced by');
});

test('no field of a content changes without a line, and none has a line without a change', () => {
  const words = fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme-ascii' });
  const drawn = fc.record({
    description: words,
    notice: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    tags: fc.array(fc.constantFrom('sql', 'cloud'), { maxLength: 2 }),
  });
  const made = ({
    description,
    notice,
    tags,
  }: {
    description: string;
    notice: number | undefined;
    tags: string[];
  }) =>
    contentSchema.parse({
      information: { title: 'x', description, tags },
      terms: notice === undefined ? {} : { noticePeriodDays: notice },
    });
  fc.assert(
    fc.property(drawn, drawn, (a, b) => {
      const [before, after] = [made(a), made(b)];
      const changes = contentChanges(before, after);
      expect(changes.length === 0).toBe(hashJson(before) === hashJson(after));
      for (const change of changes) expect(change.before).not.toBe(change.after);
    }),
    { seed },
  );
});
