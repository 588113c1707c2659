import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, completeContent } from '../__testUtils__/stories';

describe.each(databaseKinds)('the managers’ list on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind, {
      settings: {
        categories: [
          { id: 'data', title: 'Data' },
          { id: 'databases', title: 'Databases', parent: 'data' },
          { id: 'storage', title: 'Storage' },
        ],
      },
    });
  });
  afterAll(() => portal.stop());

  const { information } = completeContent();
  const saying = (tags: string[]) => ({ information: { ...information, tags } });
  const found = async (query: object, who = 'carla') =>
    (await portal.as(who)('listOffers', { query })).items.map(({ id }) => id).sort();

  it('finds offers by one of their tags as they are now, without case, also among words', async () => {
    const one = await aDraft(portal, saying(['Blue', 'Fast']));
    const other = await aDraft(portal, saying(['green']));
    expect(await found({ tags: 'BLUE' })).toEqual([one.id]);
    expect(await found({ tags: 'blue,green' })).toEqual([one.id, other.id].sort());
    expect(await found({ tags: 'blue,green', q: 'postgresql' })).toHaveLength(2);
    expect(await found({ tags: 'blue', q: 'nothing-like-it' })).toEqual([]);
    const draft = await portal.as('carla')('getOffer', { params: { id: one.id } });
    await portal.as('carla')('putDraft', {
      params: { id: one.id },
      revision: draft.revision,
      body: {
        ...(draft.owner ? { owner: draft.owner } : {}),
        content: completeContent(saying(['red'])),
      },
    });
    expect(await found({ tags: 'blue' })).toEqual([]);
    expect(await found({ tags: 'red' })).toEqual([one.id]);
  });

  it('finds offers of a category and of those below it, also by words', async () => {
    const below = await aDraft(portal, { information: { ...information, tags: ['in-tree'] } });
    const beside = { ...information, category: 'storage', tags: ['in-tree'] };
    await aDraft(portal, { information: beside });
    const tags = 'in-tree';
    expect(await found({ tags })).toHaveLength(2);
    expect(await found({ tags, category: 'data' })).toEqual([below.id]);
    expect(await found({ tags, category: 'databases' })).toEqual([below.id]);
    expect(await found({ tags, category: 'data', q: 'postgresql' })).toEqual([below.id]);
    expect(await found({ category: 'data' })).toContain(below.id);
    expect(await found({ category: 'nowhere' })).toEqual([]);
  });

  it('[rule 1] finds by tags only what the person reads', async () => {
    await aDraft(portal, saying(['hidden-tag']));
    expect(await found({ tags: 'hidden-tag' })).toHaveLength(1);
    expect(await found({ tags: 'hidden-tag' }, 'ada')).toEqual([]);
  });
});
