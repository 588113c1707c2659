import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { rowsOf } from './Database';

describe.each(databaseKinds)('a statement with a name on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const statement = { sql: 'select cast(? as integer) + 1 as next', name: 'offers test' };
  const next = (value: number) => rowsOf<{ next: number }>(portal.ctx.db.knex, statement, [value]);

  it('gives its rows with other values too', async () => {
    expect([await next(1), await next(2)]).toEqual([[{ next: 2 }], [{ next: 3 }]]);
  });

  it('is sent without it where a pool of connections forgets names', async () => {
    await next(1);
    // What such a pool does between two statements; the driver still believes that it is prepared.
    if (kind === 'pg') await portal.ctx.db.knex.raw('deallocate all');
    expect([await next(1), await next(2)]).toEqual([[{ next: 2 }], [{ next: 3 }]]);
  });

  it('fails as any other where it is wrong', async () => {
    const wrong = rowsOf(portal.ctx.db.knex, { sql: 'select nothing from nowhere', name: 'w' }, []);
    await expect(wrong).rejects.toMatchObject({ message: expect.stringContaining('nowhere') });
  });
});
