import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, editDraftOf } from '../__testUtils__/stories';

const monthly = (amount: string) => ({
  kind: 'recurring' as const,
  label: 'Fee',
  amount,
  period: 'month' as const,
});

describe.each(databaseKinds)('a draft seen with the eyes of others on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const preview = (id: string, viewer: string, at?: string) =>
    portal.as('carla')('previewDraft', {
      params: { id },
      query: { viewer, ...(at ? { at } : {}) },
    });

  it('is what they would find: seen, ordered, or not at all', async () => {
    const { id } = await aDraft(portal);
    const ada = await preview(id, 'user:default/ada');
    expect(ada.explanation).toMatchObject({
      visible: { answer: true },
      orderable: { answer: true },
    });
    const ben = await preview(id, 'user:default/ben');
    expect(ben.explanation).toMatchObject({
      visible: { answer: true },
      orderable: { answer: false },
    });
    const vera = await preview(id, 'user:default/vera');
    expect(vera.explanation.visible.answer).toBe(false);
    expect(vera.content).toBeUndefined();
  });

  it('has the prices and documents that are for them, and no cost', async () => {
    const { id } = await aDraft(portal, {
      pricing: {
        priceLists: [
          { currency: 'EUR', charges: [monthly('100')] },
          { currency: 'EUR', audience: ['group:default/payments-team'], charges: [monthly('80')] },
        ],
        costs: [{ label: 'Licence', currency: 'EUR', amount: '70', period: 'month' }],
      },
      knowledge: {
        runbooks: [{ title: 'Connect', url: 'https://runbooks.test/connect' }],
        documents: [
          { title: 'Manual', url: 'https://docs.test/manual' },
          { title: 'Rescue', url: 'https://docs.test/rescue', for: ['operations'] },
        ],
      },
    });
    const asMember = (await preview(id, 'group:default/payments-team')).explanation;
    expect(asMember.visible.answer).toBe(false);
    const { content } = await preview(id, 'user:default/ada');
    expect(content?.priceLists.map(({ charges }) => charges[0]?.amount)).toEqual(['80']);
    expect(content?.knowledge.documents.map(({ title }) => title)).toEqual(['Manual']);
    expect(JSON.stringify(content)).not.toContain('Licence');
  });

  it('takes over from what is published when it begins, and not before', async () => {
    const published = await aPublishedOffer(portal);
    const next = await portal.as('carla')('startNextVersion', {
      params: { id: published.id },
      body: {},
    });
    await editDraftOf(portal, 'carla', next.id, {
      validity: { from: '2027-06-01T00:00:00.000Z' },
    });
    const then = await preview(next.id, 'user:default/ada');
    expect(then.at).toBe('2027-06-01T00:00:00.000Z');
    expect(then.explanation.version).toBe(2);
    const before = await preview(next.id, 'user:default/ada', '2027-05-31T23:59:59.000Z');
    expect(before.explanation.version).toBe(1);
    expect(before.content).toBeUndefined();
  });

  it('refuses eyes that nobody has, and tells consumers of no draft', async () => {
    const { id } = await aDraft(portal);
    await expect(preview(id, 'user:default/nobody')).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(
      portal.as('ada')('previewDraft', { params: { id }, query: { viewer: 'user:default/ada' } }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
