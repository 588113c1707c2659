import { Content, ContentInput } from '../content/content';
import { aContent } from '../testing/content';
import { defineExitGate, offerCompleteness } from './defineExit';
import { Criterion, Gate } from './gate';
import { implementExitGate, referencesOf } from './implementExit';
import { effectiveFrom, publishEntryGate } from './publishEntry';

const owner = 'group:default/databases';
const categories = ['databases', 'storage'];
const complete = { owner, content: aContent(), categories };

const missing = (criteria: readonly Criterion[]) =>
  criteria.filter(({ state }) => state === 'missing');
const missingIds = ({ criteria }: Gate) => missing(criteria).map(({ id }) => id);

/** What a person is told: never a criterion that is missing without a remedy, nor one that is met with one. */
function expectRemedies(criteria: readonly Criterion[]) {
  for (const { state, remedy } of criteria) {
    expect(state === 'missing').toBe(Boolean(remedy?.match(/^[A-Z].+\.$/)));
  }
}

describe('Define exit', () => {
  test('a complete offer meets every criterion', () => {
    expect(missing(offerCompleteness(complete))).toEqual([]);
  });

  const parts = aContent();
  const lacking: [string, Partial<ContentInput>][] = [
    ['summary', { information: { title: 'x', category: 'databases' } }],
    ['category', { information: { title: 'x', summary: 'y' } }],
    ['category', { information: { title: 'x', summary: 'y', category: 'unknown' } }],
    ['audience-see', { access: { order: parts.access.order } }],
    ['audience-order', { access: { see: parts.access.see } }],
    [
      'audience-order',
      { access: { see: parts.access.see, order: { allow: ['everyone'], deny: ['everyone'] } } },
    ],
    [
      'cost',
      {
        pricing: {
          ...parts.pricing,
          costs: [...parts.pricing.costs],
          priceLists: [
            ...parts.pricing.priceLists,
            { currency: 'USD', charges: [{ kind: 'one-off', label: 'x', amount: '1' }] },
          ],
        },
      },
    ],
    ['margin', { pricing: { ...parts.pricing, marginFloorPercent: '25.01' } }],
    ['terms', { terms: { delivery: 'Soon' } }],
    ['terms', { terms: { leadTimeDays: 0 } }],
    ['options', { options: { schema: { type: 'array' } } }],
    ['fulfilment-plan', { plans: { support: parts.plans.support } }],
    [
      'fulfilment-plan',
      { plans: { ...parts.plans, fulfilment: { driver: 'manual', reference: 'x' } } },
    ],
    ['support-plan', { plans: { fulfilment: parts.plans.fulfilment } }],
    ['runbook', { knowledge: { documents: parts.knowledge.documents } }],
    ['knowledge', { knowledge: { runbooks: parts.knowledge.runbooks } }],
    ['training', { knowledge: { ...parts.knowledge, trainingRequired: true } }],
  ];

  test.each(lacking)('%s is missing, it alone, and met once it is added (%#)', (id, changes) => {
    const found = missing(offerCompleteness({ ...complete, content: aContent(changes) }));
    expect(found.map(criterion => criterion.id)).toEqual([id]);
    expect(found[0]?.field).toMatch(/^content\./);
    expectRemedies(found);
  });

  test('owner is missing until a group is named', () => {
    const found = missing(offerCompleteness({ ...complete, owner: undefined }));
    expect(found).toEqual([expect.objectContaining({ id: 'owner', field: 'owner' })]);
  });

  test('no price and no cost: price, cost and margin say so', () => {
    const found = missing(offerCompleteness({ ...complete, content: aContent({ pricing: {} }) }));
    expect(found.map(({ id }) => id)).toEqual(['price', 'cost', 'margin']);
    expectRemedies(found);
  });

  test('every criterion of an offer is missing in an empty draft, or met for a reason', () => {
    const empty: Content = aContent({
      ...Object.fromEntries(Object.keys(parts).map(part => [part, undefined])),
      information: { title: 'Empty' },
    });
    const criteria = offerCompleteness({ owner: undefined, content: empty, categories });
    const met = criteria.filter(({ state }) => state === 'met').map(({ id }) => id);
    expect(met).toEqual(['options', 'training']);
    expectRemedies(criteria);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
  });

  test('the margin’s remedy names floor and currency', () => {
    const content = aContent({ pricing: { ...parts.pricing, marginFloorPercent: '30' } });
    expect(missing(offerCompleteness({ ...complete, content }))[0]?.remedy).toBe(
      'The margin is under the floor of 30 % in EUR: raise the price or lower the cost.',
    );
  });

  test('a plan needs an offer and a date, and says which offer lacks what', () => {
    expect(
      missingIds(defineExitGate({ scenario: 'new', releaseAt: undefined, offers: [] })),
    ).toEqual(['offers', 'release-date']);
    const gate = defineExitGate({
      scenario: 'new',
      releaseAt: '2026-12-01T08:00:00.000Z',
      offers: [
        { ...complete, offerId: 'a' },
        { ...complete, offerId: 'b', owner: undefined },
      ],
    });
    expect(gate.met).toBe(false);
    expect(missing(gate.criteria)).toEqual([
      expect.objectContaining({ id: 'owner', offerId: 'b' }),
    ]);
    const { met } = defineExitGate({
      scenario: 'new',
      releaseAt: '2026-12-01T08:00:00.000Z',
      offers: [{ ...complete, offerId: 'a' }],
    });
    expect(met).toBe(true);
  });
});

describe('Implement exit', () => {
  const input = {
    releaseAt: '2026-12-05T08:00:00.000Z',
    toldFor: '2026-12-05T08:00:00.000Z',
    currentHash: 'h',
    approvedHash: 'h',
    offers: [{ offerId: 'a', content: aContent(), unresolved: [] }],
  };

  test('what is sound and approved meets it', () => {
    expect(implementExitGate(input)).toEqual(expect.objectContaining({ met: true }));
  });

  test.each([
    ['told', { ...input, toldFor: undefined }],
    ['told', { ...input, toldFor: '2026-12-04T08:00:00.000Z' }],
    ['within-approval', { ...input, approvedHash: undefined }],
    ['within-approval', { ...input, currentHash: 'changed' }],
    [
      'options',
      {
        ...input,
        offers: [{ offerId: 'a', content: aContent({ options: { schema: {} } }), unresolved: [] }],
      },
    ],
    [
      'content-valid',
      {
        ...input,
        offers: [
          {
            offerId: 'a',
            content: { ...aContent(), information: { ...aContent().information, title: '' } },
            unresolved: [],
          },
        ],
      },
    ],
  ])('%s is missing (%#)', (id, changed) => {
    const gate = implementExitGate(changed);
    expect(missingIds(gate)).toEqual([id]);
    expectRemedies(gate.criteria);
  });

  test('[rule 14] a reference that does not resolve stops it, by its name and field', () => {
    const unresolved = [
      { ref: 'component:default/gone', field: 'content.product.entities' },
      { ref: 'group:default/left', field: 'owner' },
    ];
    const gate = implementExitGate({
      ...input,
      offers: [{ offerId: 'a', content: aContent(), unresolved }],
    });
    expect(missing(gate.criteria)).toEqual([
      expect.objectContaining({
        id: 'references',
        field: 'content.product.entities',
        remedy: expect.stringContaining('component:default/gone, group:default/left'),
        offerId: 'a',
      }),
    ]);
  });

  test('[rule 14] every reference of a draft is looked at; everyone is none', () => {
    const content = aContent({
      product: { entities: [{ ref: 'system:default/shop', role: 'product' }] },
      access: {
        see: { allow: ['everyone'], deny: ['group:default/a'] },
        order: { allow: ['user:default/b'] },
      },
    });
    expect(referencesOf(owner, content)).toEqual([
      { ref: owner, field: 'owner' },
      { ref: 'system:default/shop', field: 'content.product.entities' },
      { ref: 'group:default/a', field: 'content.access.see' },
      { ref: 'user:default/b', field: 'content.access.order' },
      { ref: 'group:default/operations', field: 'content.plans.fulfilment' },
    ]);
  });
});

describe('Publish entry', () => {
  const now = '2026-12-01T08:00:00.000Z';
  const releaseAt = '2026-12-05T08:00:00.000Z';
  const withValidity = (validity: ContentInput['validity']) => aContent({ validity });

  test.each([
    ['its own start', { from: '2026-12-10T00:00:00.000Z' }, '2026-12-10T00:00:00.000Z'],
    ['else the release date', {}, releaseAt],
    ['never before the release date', { from: '2026-11-01T00:00:00.000Z' }, releaseAt],
  ])('it is offered from %s', (_, validity, from) => {
    expect(effectiveFrom(withValidity(validity), releaseAt, now)).toBe(from);
  });

  test.each([
    ['open', {}, true],
    ['ends after it begins', { until: '2026-12-05T08:00:00.001Z' }, true],
    ['ends as it begins', { until: releaseAt }, false],
    ['has ended', { from: '2026-11-01T00:00:00Z', until: '2026-11-30T00:00:00Z' }, false],
  ])('%s', (_, validity, met) => {
    const gate = publishEntryGate(
      [{ offerId: 'a', content: withValidity(validity) }],
      releaseAt,
      now,
    );
    expect(gate.met).toBe(met);
    expectRemedies(gate.criteria);
  });

  test('a release that is not deployed stops nothing: the offer is held, and the gate says so', () => {
    const undeployed = [{ product: 'component:default/checkout', version: '2.0' }];
    const gate = publishEntryGate(
      [{ offerId: 'a', content: aContent(), undeployed }],
      releaseAt,
      now,
    );
    expect(gate.met).toBe(true);
    expect(missing(gate.criteria)).toEqual([
      expect.objectContaining({
        id: 'deployed',
        consequence: 'held',
        remedy: expect.stringContaining('component:default/checkout 2.0'),
      }),
    ]);
  });

  test('rings grow from one to the next', () => {
    const ringed = (...percents: number[]) =>
      aContent({
        access: {
          rings: percents.map((percent, index) => ({
            name: `Ring ${index}`,
            groups: ['group:default/a'],
            percent,
          })),
        },
      });
    const gateOn = (...percents: number[]) =>
      publishEntryGate([{ offerId: 'a', content: ringed(...percents) }], releaseAt, now);
    expect(gateOn(5, 5, 20).met).toBe(true);
    expect(missingIds(gateOn(20, 5))).toEqual(['rings']);
  });
});
