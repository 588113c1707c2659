import { contentSchema, putDraftSchema } from '@offerdesk/backstage-plugin-offers-common';
import { aContent } from '../__testUtils__/builders';
import { toForm } from './draftForm';
import { fromForm } from './draftInput';

const AMSTERDAM = 'Europe/Amsterdam';

function thereAndBack(content: ReturnType<typeof aContent>, zone = AMSTERDAM) {
  const form = toForm('group:default/platform-team', content, zone);
  return putDraftSchema.parse(fromForm(form, { content, zone }));
}

describe('the form of a draft', () => {
  it('gives back exactly what it was filled with', () => {
    const content = aContent({
      validity: { from: '2026-12-01T08:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
      options: {
        schema: { type: 'object', properties: { size: { type: 'string' } } },
        fixed: { a: 1 },
      },
    });
    expect(thereAndBack(content)).toEqual({ owner: 'group:default/platform-team', content });
  });

  it('gives back a draft that says nearly nothing', () => {
    const content = aContent({
      pricing: {},
      terms: {},
      plans: {},
      knowledge: {},
      access: {},
      information: { title: 'Bare' },
    });
    expect(thereAndBack(content).content).toEqual(content);
  });

  it('[rule 13] keeps an untouched instant in the hour that a clock change repeats', () => {
    const second = '2026-10-25T01:30:00.000Z';
    const content = aContent({ validity: { from: second } });
    expect(thereAndBack(content).content.validity.from).toBe(second);
  });

  it('[rule 13] turns a new local time into UTC by the zone of the reader', () => {
    const content = aContent();
    const form = toForm(undefined, content, AMSTERDAM);
    form.content.validity.from = '2026-12-01T09:00';
    const { content: saved } = putDraftSchema.parse(fromForm(form, { content, zone: AMSTERDAM }));
    expect(saved.validity.from).toBe('2026-12-01T08:00:00.000Z');
  });

  it('has an error at the field when a time was skipped by a clock change', () => {
    const content = aContent();
    const form = toForm(undefined, content, AMSTERDAM);
    form.content.validity.from = '2027-03-28T02:30';
    const parsed = putDraftSchema.safeParse(fromForm(form, { content, zone: AMSTERDAM }));
    expect(parsed.error?.issues[0]?.path).toEqual(['content', 'validity', 'from']);
  });

  it('splits tags at commas, and forgets what another kind of charge asked for', () => {
    const content = aContent();
    const form = toForm(undefined, content, AMSTERDAM);
    form.content.information.tags = ' sql, , managed ';
    form.content.pricing.priceLists = [
      {
        currency: 'eur',
        audience: [],
        charges: [{ kind: 'usage', label: 'Storage', amount: '0.1', period: 'month', unit: 'GB' }],
      },
    ];
    const { content: saved } = putDraftSchema.parse(fromForm(form, { content, zone: AMSTERDAM }));
    expect(saved.information.tags).toEqual(['sql', 'managed']);
    expect(saved.pricing.priceLists).toEqual([
      {
        currency: 'EUR',
        audience: [],
        charges: [{ kind: 'usage', label: 'Storage', amount: '0.1', unit: 'GB' }],
      },
    ]);
  });
});

it('gives back price lists, steps and parties as they came', () => {
  const content = contentSchema.parse({
    ...aContent(),
    access: { see: { allow: ['everyone'] }, rings: [{ name: 'First', percent: 10 }] },
    product: { releases: [{ product: 'component:default/db', version: '2.0' }] },
    pricing: {
      priceLists: [
        {
          list: 'standard',
          currency: 'EUR',
          audience: ['group:default/engineers'],
          charges: [
            {
              kind: 'usage',
              label: 'Storage',
              amount: '1',
              unit: 'GB',
              tiers: { mode: 'volume', steps: [{ upTo: '10', amount: '1' }, { amount: '0.5' }] },
            },
          ],
        },
      ],
      existingFrom: '2027-01-01T00:00:00Z',
    },
    options: { toggles: [{ key: 'audit', title: 'Audit', owner: 'group:default/platform-team' }] },
    plans: {
      support: { reference: 'Desk', parties: [{ kind: 'external', name: 'Acme', party: 'acme' }] },
      decommission: { driver: 'manual', reference: 'Queue' },
    },
    knowledge: {
      runbooks: [
        { title: 'Restore', techdocs: { entity: 'component:default/db' }, for: ['support'] },
      ],
    },
    monitoring: { entities: ['component:default/board'] },
    bundle: { steps: [{ key: 'db', offerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d' }] },
    succession: { replaces: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'] },
  });
  const form = toForm(undefined, content, AMSTERDAM);
  expect(putDraftSchema.parse(fromForm(form, { content, zone: AMSTERDAM })).content).toEqual(
    content,
  );
});
