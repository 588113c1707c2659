import { CallInput } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, Caller, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer } from '../__testUtils__/stories';

const carrying = (ref: string) => ({ product: { entities: [{ ref, role: 'product' as const }] } });
const aProduct = () => `component:default/product-${randomUUID()}`;

describe.each(databaseKinds)('the demand of a product release on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const report = (
    body: Pick<CallInput<'reportProductRelease'>['body'], 'product'> &
      Partial<CallInput<'reportProductRelease'>['body']>,
    by: Caller = portal.pipeline,
  ) => by('reportProductRelease', { body: { version: '2.0', status: 'released', ...body } });
  const demandsOf = async (product: string, at = portal) =>
    (await at.as('carla')('listDemands', { query: { product } })).items;
  /** The checkout API is known to the software catalogue, so an offer that carries it can be released. */
  const known = 'component:default/checkout-api';

  it('is one change of the offers that carry the product, drafts and published ones', async () => {
    const product = aProduct();
    const [one, other] = [
      await aDraft(portal, carrying(product), `a-${randomUUID()}`),
      await aDraft(portal, carrying(product), `b-${randomUUID()}`),
    ];
    await aDraft(portal, carrying(`${product}-more`));
    await report({ product, notes: 'Faster', url: 'https://ci.test/2' });
    const [demand, ...more] = await demandsOf(product);
    expect(more).toEqual([]);
    expect(demand).toMatchObject({
      kind: 'change',
      source: 'product-release',
      state: 'raised',
      requestedBy: 'service:external:pipeline',
      productRelease: { product, version: '2.0' },
      offers: [{ id: one.id }, { id: other.id }],
    });
    const read = await portal.as('nils')('getDemand', { params: { id: demand?.id ?? '' } });
    expect(read).toMatchObject({ description: 'Faster', reference: 'https://ci.test/2' });
    expect(read.entities).toEqual([product]);

    const published = await aPublishedOffer(portal, carrying(known));
    await report({ product: known, status: 'deployed' });
    const offers = (await demandsOf(known))[0]?.offers ?? [];
    expect(offers.map(({ id }) => id)).toContain(published.id);
  });

  it('[rule 5] is raised once, whatever status follows and however often it is reported', async () => {
    const product = aProduct();
    await aDraft(portal, carrying(product));
    await report({ product });
    await report({ product });
    await report({ product, status: 'deployed' });
    await report({ product, status: 'withdrawn' });
    expect(await demandsOf(product)).toHaveLength(1);
    await report({ product, version: '2.1', status: 'deployed' });
    expect(await demandsOf(product)).toHaveLength(2);
  });

  it('[rule 5] is one, with one status, when replicas report the same release at once', async () => {
    const replica =
      kind === 'pg'
        ? await aPortal(kind, { database: portal.database, clock: portal.clock })
        : undefined;
    try {
      const product = aProduct();
      await aDraft(portal, carrying(product));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, turn) =>
          report({ product }, (turn % 2 === 0 ? portal : (replica ?? portal)).pipeline),
        ),
      );
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(answers.map(({ history }) => history.length)).toEqual(answers.map(() => 1));
      expect(await demandsOf(product)).toHaveLength(1);
    } finally {
      await replica?.stop();
    }
  });

  it('[rule 1] is for staff: consumers find neither it nor what it names', async () => {
    const product = aProduct();
    await aDraft(portal, carrying(product));
    await report({ product });
    const [demand] = await demandsOf(product);
    for (const who of ['ada', 'otto']) {
      const { items } = await portal.as(who)('listDemands', { query: { product } });
      expect(items).toEqual([]);
      const read = portal.as(who)('getDemand', { params: { id: demand?.id ?? '' } });
      expect(await refusalOf(read)).toEqual({ status: 404, code: 'not-found' });
    }
  });

  it('is none where no offer carries the product, unless the configuration says so', async () => {
    const product = aProduct();
    await report({ product });
    expect(await demandsOf(product)).toEqual([]);
    const eager = await aPortal(kind, { settings: { demand: { forUncarriedProducts: true } } });
    try {
      await report({ product }, eager.pipeline);
      expect(await demandsOf(product, eager)).toMatchObject([
        { kind: 'new', source: 'product-release', offers: [] },
      ]);
    } finally {
      await eager.stop();
    }
  });
});
