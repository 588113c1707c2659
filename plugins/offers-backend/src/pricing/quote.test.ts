import { ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, cheaper, completeContent } from '../__testUtils__/stories';

const AFTER = '2026-12-11T00:00:00.000Z';

const priced = (amount: string): ContentInput['pricing'] => ({
  ...completeContent().pricing,
  priceLists: [
    {
      currency: 'EUR',
      charges: [{ kind: 'recurring', label: 'Fee', amount, period: 'month' }],
    },
    {
      currency: 'EUR',
      audience: ['group:default/payments-team'],
      charges: [{ kind: 'recurring', label: 'Team fee', amount: '88', period: 'month' }],
    },
  ],
});

describe.each(databaseKinds)('quoteOffer on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const quote = (who: string, name: string, body: object = {}) =>
    portal.as(who)('quoteOffer', { params: { name }, body });

  it('is by the price list of who asks, and says neither cost nor margin', async () => {
    const offer = await aPublishedOffer(portal, { pricing: priced('100') });
    portal.clock.set(AFTER);
    const ben = await quote('ben', offer.name, { quantity: 2 });
    expect(ben).toMatchObject({
      id: offer.id,
      version: 1,
      viewer: 'user:default/ben',
      quote: { currency: 'EUR', totals: { recurring: [{ period: 'month', amount: '200.00' }] } },
    });
    const ada = await quote('ada', offer.name);
    expect(ada.quote.lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['Team fee', '88.00'],
    ]);
    expect(JSON.stringify([ada, ben])).not.toMatch(/Licence|margin|cost/i);
    // The card in the catalogue tells the price that the page and the quote tell, and nobody's name.
    const { items } = await portal.as('ada')('browseOffers', {});
    expect(items[0]?.priceLists).toMatchObject([
      { currency: 'EUR', audience: [], charges: [{ amount: '88' }] },
    ]);
  });

  it('[rule 1] answers as if nothing were there for who may not see it, and before its time', async () => {
    const offer = await aPublishedOffer(portal);
    const hidden = refusalOf(quote('ada', offer.name));
    expect(await hidden).toEqual({ status: 404, code: 'not-found' });
    portal.clock.set(AFTER);
    const said = async (name: string) =>
      quote('otto', name).catch(({ status, code, message, fields }) => ({
        status,
        code,
        message,
        fields,
      }));
    expect(await said(offer.name)).toEqual(await said('nothing-here'));
  });

  it('is of other people, instants and versions for staff alone', async () => {
    const offer = await aPublishedOffer(portal, { pricing: priced('100') });
    portal.clock.set(AFTER);
    for (const more of [{ at: AFTER }, { version: 1 }, { viewer: 'user:default/ada' }]) {
      expect(await refusalOf(quote('ben', offer.name, more))).toEqual({
        status: 403,
        code: 'not-allowed',
      });
    }
    const forAda = await quote('carla', offer.name, { viewer: 'user:default/ada' });
    expect(forAda.quote.totals.firstYear).toBe('1056.00');
    expect(await refusalOf(quote('carla', offer.name, { viewer: 'user:default/nobody' }))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
    const early = quote('carla', offer.name, { at: '2026-12-01T00:00:00Z' });
    expect(await refusalOf(early)).toEqual({ status: 404, code: 'not-found' });
    const draft = await aDraft(portal, cheaper);
    expect(await quote('carla', draft.name, { version: 1 })).toMatchObject({
      quote: { totals: { firstYear: '1080.00' } },
    });
    expect(await refusalOf(quote('carla', draft.name))).toEqual({ status: 404, code: 'not-found' });
  });

  it('refuses what the offer does not have, with the field and the remedy', async () => {
    const offer = await aPublishedOffer(portal);
    portal.clock.set(AFTER);
    await expect(quote('ada', offer.name, { options: { size: 'l' } })).rejects.toMatchObject({
      status: 400,
      fields: [{ field: 'options.size' }],
    });
    await expect(quote('ada', offer.name, { currency: 'USD' })).rejects.toMatchObject({
      status: 422,
      code: 'no-price',
      fields: [{ field: 'currency', remedy: 'Choose one of EUR' }],
    });
  });

  const bundleOf = (...offerIds: string[]): Partial<ContentInput> => ({
    pricing: {},
    bundle: {
      steps: offerIds.map((offerId, index) => ({ key: `part-${index}`, offerId })),
      price: { rule: 'sum' },
    },
  });

  it('a bundle is the sum of its members by their serving versions', async () => {
    const first = await aPublishedOffer(portal, { pricing: priced('100') });
    const second = await aPublishedOffer(portal, cheaper);
    const bundle = await aPublishedOffer(portal, bundleOf(first.id, second.id));
    portal.clock.set(AFTER);
    const { quote: said } = await quote('ada', bundle.name);
    expect(said.lines.map(({ step, amount }) => [step, amount])).toEqual([
      ['part-0', '88.00'],
      ['part-1', '90.00'],
    ]);
    expect(said.members.map(({ version }) => version)).toEqual([1, 1]);
  });

  it('[rule 1] [rule 8] a bundle with a member that is hidden cannot be ordered, and says nothing of it', async () => {
    const open = await aPublishedOffer(portal);
    const secret = await aPublishedOffer(portal, {
      information: { ...completeContent().information, title: 'Zq secret' },
      access: {
        see: { allow: ['group:default/board'] },
        order: { allow: ['group:default/board'] },
      },
    });
    const bundle = await aPublishedOffer(portal, bundleOf(open.id, secret.id));
    portal.clock.set(AFTER);
    const said = async (name: string) =>
      quote('ada', name).catch(({ status, code, message, fields }) => ({
        status,
        code,
        message,
        fields,
      }));
    expect(await said(bundle.name)).toEqual({
      status: 409,
      code: 'not-orderable',
      message: expect.not.stringMatching(/secret|part-/i),
      fields: [],
    });
  });
});
