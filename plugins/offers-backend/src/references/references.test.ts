import { ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  anApprovedPlan,
  aPublishedOffer,
  completeContent,
  editDraftOf,
} from '../__testUtils__/stories';

const charges = [
  { kind: 'recurring' as const, label: 'Fee', amount: '100', period: 'month' as const },
];

/** A content whose prices are of a kept list and whose support is by a kept party. */
const referring = (list: string, party: string, currency = 'USD'): Partial<ContentInput> => ({
  pricing: {
    ...completeContent().pricing,
    priceLists: [{ list, currency, charges }],
  },
  plans: {
    ...completeContent().plans,
    support: { reference: 'desk', parties: [{ kind: 'external', name: 'Old', party }] },
  },
});

describe.each(databaseKinds)('what is kept once, on %s', kind => {
  let portal: TestPortal;
  let count = 0;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  /** A price list and a party of ids that nothing else has. */
  async function kept() {
    count += 1;
    const carla = portal.as('carla');
    const list = await carla('createPriceList', {
      body: {
        id: `list-${count}`,
        title: 'Engineering',
        currency: 'EUR',
        audience: ['group:default/engineers'],
      },
    });
    const party = await carla('createParty', {
      body: { id: `party-${count}`, name: 'Acme', kind: 'external', contact: 'desk@acme.test' },
    });
    return { carla, list, party };
  }

  const draftOf = async (id: string) =>
    (await portal.as('carla')('getOffer', { params: { id } })).draft?.content;

  const changeList = (id: string, revision: number, currency: string) =>
    portal.as('carla')('changePriceList', {
      params: { id },
      revision,
      body: { title: 'Engineering', currency, audience: [] },
    });

  it('is kept, read by page, changed and retired, with an entry in the log each', async () => {
    const { carla, list, party } = await kept();
    expect(list).toMatchObject({
      revision: 1,
      retired: false,
      note: '',
      updatedBy: 'user:default/carla',
    });
    expect(
      await portal
        .as('olga')('getPriceList', { params: { id: list.id } })
        .catch(refusal => refusal.status),
    ).toBe(403);
    const changed = await changeList(list.id, 1, 'CHF');
    expect(changed).toMatchObject({ currency: 'CHF', audience: [], revision: 2, refreshed: [] });
    expect(await refusalOf(changeList(list.id, 1, 'EUR'))).toEqual({
      status: 409,
      code: 'conflict',
    });
    const retired = await carla('retirePriceList', { params: { id: list.id }, revision: 2 });
    expect(retired).toMatchObject({ retired: true, revision: 3 });
    expect(await refusalOf(changeList(list.id, 3, 'EUR'))).toEqual({
      status: 409,
      code: 'wrong-state',
    });
    const all = await carla('listPriceLists', { query: { retired: 'true', limit: 100 } });
    const open = await carla('listPriceLists', { query: { limit: 100 } });
    expect(all.items.map(({ id }) => id)).toContain(list.id);
    expect(open.items.map(({ id }) => id)).not.toContain(list.id);
    const { items } = await carla('audit', {
      query: { subjectKind: 'price-list', subjectId: list.id },
    });
    expect(items.map(({ action }) => action)).toEqual([
      'price-list.retire',
      'price-list.change',
      'price-list.create',
    ]);
    expect((await carla('getParty', { params: { id: party.id } })).contact).toBe('desk@acme.test');
  });

  it('is one page after the other in the order of ids, none twice', async () => {
    await kept();
    await kept();
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await portal.as('mia')('listParties', { query: { limit: 1, cursor } });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(2);
  });

  it('is refused with an id that is taken, and by who does not manage it', async () => {
    const { carla, list } = await kept();
    const body = { id: list.id, title: 'Again', currency: 'EUR' };
    expect(await refusalOf(carla('createPriceList', { body }))).toEqual({
      status: 409,
      code: 'name-taken',
    });
    expect(await refusalOf(portal.as('mia')('createPriceList', { body }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
  });

  it('[rule 5] the same key keeps one entry', async () => {
    const carla = portal.as('carla');
    const input = {
      body: { id: 'only-one', name: 'One', kind: 'external' as const },
      idempotencyKey: 'one-key',
    };
    expect(await carla('createParty', input)).toEqual(await carla('createParty', input));
  });

  it('is copied into a draft when it is saved, new or edited', async () => {
    const { list, party } = await kept();
    const offer = await aDraft(portal, referring(list.id, party.id));
    expect(offer.draft?.content.pricing.priceLists[0]).toEqual({
      list: list.id,
      currency: 'EUR',
      audience: ['group:default/engineers'],
      charges,
    });
    expect(offer.draft?.content.plans.support?.parties).toEqual([
      { kind: 'external', name: 'Acme', party: party.id },
    ]);
    const same = await editDraftOf(portal, 'carla', offer.id, referring(list.id, party.id));
    expect(same.revision).toBe(offer.revision);
    const other = await kept();
    await changeList(other.list.id, 1, 'GBP');
    const edited = await editDraftOf(portal, 'carla', offer.id, referring(other.list.id, party.id));
    expect(edited.draft?.content.pricing.priceLists[0]?.currency).toBe('GBP');
  });

  it('is copied into a draft that waited for it', async () => {
    const { party, carla } = await kept();
    const offer = await aDraft(portal, referring('awaited', party.id));
    await carla('createPriceList', { body: { id: 'awaited', title: 'Here', currency: 'CHF' } });
    expect((await draftOf(offer.id))?.pricing.priceLists[0]?.currency).toBe('CHF');
  });

  it('two lists that a reference makes alike are refused with the field', async () => {
    const { list } = await kept();
    const offer = await aDraft(portal);
    const twice = {
      ...completeContent().pricing,
      priceLists: [
        { list: list.id, currency: 'EUR', charges },
        { list: list.id, currency: 'USD', charges },
      ],
    };
    const refusal = editDraftOf(portal, 'carla', offer.id, { pricing: twice });
    await expect(refusal).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'content.pricing.priceLists' }],
    });
  });

  it('[rule 3] a change refreshes drafts and voids what was approved of them', async () => {
    const { carla, list, party } = await kept();
    const offer = await aDraft(portal, referring(list.id, party.id));
    const plan = await anApprovedPlan(portal, offer);
    expect(plan.state).toBe('approved');
    const note = {
      title: 'Engineering',
      currency: 'EUR',
      audience: ['group:default/engineers'],
      note: 'New',
    };
    const noted = await carla('changePriceList', {
      params: { id: list.id },
      revision: 1,
      body: note,
    });
    expect(noted.refreshed).toEqual([]);
    expect((await carla('getPlan', { params: { id: plan.id } })).state).toBe('approved');
    const changed = await changeList(list.id, 2, 'EUR');
    expect(changed.refreshed).toEqual([
      { id: offer.id, name: offer.name, title: offer.title, version: 1 },
    ]);
    expect((await draftOf(offer.id))?.pricing.priceLists[0]?.audience).toEqual([]);
    const after = await carla('getPlan', { params: { id: plan.id } });
    expect(after.state).toBe('submitted');
    expect(after.contentHash).not.toBe(plan.contentHash);
  });

  it('[rule 2] published versions keep what they said, and the answer names those in force', async () => {
    const { list, party, carla } = await kept();
    const offer = await aPublishedOffer(portal, referring(list.id, party.id));
    const changed = await changeList(list.id, 1, 'CHF');
    expect(changed.refreshed).toEqual([]);
    expect(changed.stillSaying).toEqual([
      { id: offer.id, name: offer.name, title: offer.title, version: 1 },
    ]);
    const party2 = await carla('changeParty', {
      params: { id: party.id },
      revision: 1,
      body: { name: 'Acme', kind: 'external', contact: 'new@acme.test' },
    });
    expect(party2.stillSaying).toEqual([]);
    const gone = await carla('retireParty', { params: { id: party.id }, revision: 2 });
    expect(gone.stillSaying.map(({ id }) => id)).toEqual([offer.id]);
  });

  it('[rule 14] a draft says at once that it refers to what is retired, and its plan does', async () => {
    const { carla, list, party } = await kept();
    await carla('retirePriceList', { params: { id: list.id }, revision: 1 });
    const offer = await aDraft(portal, referring(list.id, party.id));
    const told = expect.objectContaining({
      id: 'kept-references',
      state: 'missing',
      consequence: 'warning',
      field: 'content.pricing.priceLists',
      remedy: expect.stringContaining(list.id),
    });
    expect(offer.draft?.completeness).toContainEqual(told);
    const plan = await anApprovedPlan(portal, offer);
    expect(plan.gate.criteria).toContainEqual(told);
  });

  it('[rule 14] a reference in vain is welcome in a draft and stops a release, as does a retired one', async () => {
    const { carla, list, party } = await kept();
    const offer = await aDraft(portal, referring(list.id, 'nobody-yet'));
    expect(offer.draft?.content.plans.support?.parties[0]).toMatchObject({ name: 'Old' });
    await editDraftOf(portal, 'carla', offer.id, referring('none-yet', party.id, 'EUR'));
    const plan = await anApprovedPlan(portal, offer);
    const release = () =>
      carla('releasePlan', { params: { id: plan.id }, body: { contentHash: plan.contentHash } });
    await expect(release()).rejects.toMatchObject({
      code: 'gate-not-met',
      fields: [{ field: 'content.pricing.priceLists' }],
    });
    const made = await carla('createPriceList', {
      body: { id: 'none-yet', title: 'Now', currency: 'EUR' },
    });
    await carla('retireParty', { params: { id: party.id }, revision: 1 });
    await expect(release()).rejects.toMatchObject({ fields: [{ field: 'content.plans.support' }] });
    const after = await carla('getParty', { params: { id: party.id } });
    expect([made.retired, after.retired]).toEqual([false, true]);
  });
});
