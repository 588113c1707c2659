import { Segment } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { recordingSelects } from '../proof/__testUtils__/plansOfLists';
import { list, ListedCase, relist } from './__testUtils__/listed';

const BEGIN = '2026-12-10T09:00:00.000Z';
const END = '2026-12-20T09:00:00.000Z';

const available = (from: string, until?: string): Segment => ({
  from,
  until,
  number: 1,
  state: 'available',
  audience: { whom: 'all' },
});

const forAll = { access: { see: { allow: ['everyone'] }, order: { allow: ['everyone'] } } };

describe.each(databaseKinds)('counts that are kept, on %s', kind => {
  let portal: TestPortal;
  let one: ListedCase;
  beforeEach(async () => {
    portal = await aPortal(kind);
    portal.clock.set('2026-12-15T09:00:00.000Z');
    one = await list(portal, 'one', [forAll], [available(BEGIN)]);
  });
  afterEach(() => portal.stop());

  const total = async (person = 'ada') => (await portal.as(person)('facets', {})).total;
  const listed = async (person = 'ada') =>
    (await portal.as(person)('browseOffers', { query: { total: 'true' } })).total;

  it('[rule 1] change at once with the listing', async () => {
    expect([await total(), await listed()]).toEqual([1, 1]);
    await list(portal, 'two', [forAll], [available(BEGIN)]);
    expect([await total(), await listed()]).toEqual([2, 2]);
    await relist(portal, { ...one, segments: [] });
    expect([await total(), await listed()]).toEqual([1, 1]);
  });

  it('[rule 1] change at the instant at which something begins or ends, and back with the clock', async () => {
    await list(portal, 'ends', [forAll], [available(BEGIN, END)]);
    await list(portal, 'begins', [forAll], [available('2026-12-20T10:00:00.000Z')]);
    const at = async (now: string) => {
      portal.clock.set(now);
      return [await total(), await listed()];
    };
    expect(await at('2026-12-20T08:59:59.999Z')).toEqual([2, 2]);
    expect(await at(END)).toEqual([1, 1]);
    expect(await at('2026-12-20T10:00:00.000Z')).toEqual([2, 2]);
    expect(await at(END)).toEqual([1, 1]);
    expect(await at('2026-12-15T09:00:00.000Z')).toEqual([2, 2]);
  });

  it('[rule 1] are each person’s own', async () => {
    await list(
      portal,
      'two',
      [{ access: { see: { allow: ['user:default/ada'] }, order: { allow: ['everyone'] } } }],
      [available(BEGIN)],
    );
    expect([await total('ada'), await total('otto'), await total('ada')]).toEqual([2, 1, 2]);
  });

  it('take one look at one row while nothing changed', async () => {
    await total();
    const { statements, result } = await recordingSelects(portal.ctx.db.knex, () => total());
    expect(result).toBe(1);
    expect(statements.map(({ sql }) => /generation/.test(sql))).toEqual([true]);
  });

  it('are made anew when a change was rolled back and another stored', async () => {
    await total();
    const failed = portal.ctx.db.transaction(async tx => {
      await tx('listed').delete();
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    expect(await total()).toBe(1);
  });
});
