import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, completeContent } from '../__testUtils__/stories';

const AFTER = '2026-12-11T00:00:00.000Z';

describe.each(databaseKinds)('the preview of a recalculation on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  it('tells before, after and margin of each offer, and why one is left out', async () => {
    const priced = await aPublishedOffer(portal);
    const draft = await aDraft(portal);
    const bundle = await aPublishedOffer(portal, {
      pricing: {},
      bundle: { steps: [{ key: 'one', offerId: priced.id }] },
    });
    const free = await aPublishedOffer(portal, {
      pricing: {
        priceLists: [
          { currency: 'EUR', charges: [{ kind: 'one-off', label: 'Free', amount: '0' }] },
        ],
        costs: [{ label: 'None', currency: 'EUR', amount: '0', period: 'month' }],
      },
    });
    portal.clock.set(AFTER);
    const preview = (who: string, selection: object, recalculation: object = { percent: '-25' }) =>
      portal.as(who)('previewRecalculation', { body: { selection, recalculation } });
    const offerIds = [priced.id, draft.id, bundle.id, free.id, portal.ctx.newId()];
    const { offers, leftOut } = await preview('carla', { offerIds });
    expect(offers).toEqual([
      {
        offer: { id: priced.id, name: priced.name, title: priced.title, version: 1 },
        before: priced.draft?.content.pricing.priceLists,
        after: [
          {
            currency: 'EUR',
            audience: [],
            charges: [{ kind: 'recurring', label: 'Fee', amount: '75.00', period: 'month' }],
          },
        ],
        margins: [expect.objectContaining({ marginPercent: '6.66', verdict: 'under-floor' })],
      },
    ]);
    expect(new Map(leftOut.map(({ id, reason }) => [id, reason]))).toEqual(
      new Map([
        [draft.id, 'It has a draft already: release or discard that first.'],
        [bundle.id, 'Its members make its price.'],
        [free.id, 'None of its prices would change.'],
      ]),
    );
    const { category } = completeContent().information;
    expect(
      (await preview('carla', { category, owner: 'group:default/operations' })).offers,
    ).toEqual(offers);
    expect(await preview('carla', { category: 'storage' })).toEqual({ offers: [], leftOut: [] });
    expect(await refusalOf(preview('mia', { offerIds }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    expect(await refusalOf(preview('carla', {}))).toEqual({ status: 400, code: 'invalid-input' });
  });
});
