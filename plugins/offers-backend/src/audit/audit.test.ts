import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';
import { checkAudit } from './audit';

describe.each(databaseKinds)('the audit log on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    await aPublishedOffer(portal);
  });
  afterAll(() => portal.stop());

  it('[rule 12] is whole after ordinary work, also by several at once', async () => {
    const replica =
      kind === 'pg'
        ? await aPortal(kind, { database: portal.database, clock: portal.clock })
        : undefined;
    try {
      await Promise.all(
        [portal, replica, portal, replica].map(each => aPublishedOffer(each ?? portal)),
      );
      expect(await checkAudit(portal.ctx)).toBeUndefined();
    } finally {
      await replica?.stop();
    }
  });

  it('[rule 12] can only grow: the database refuses to change or drop an entry', async () => {
    const entries = portal.ctx.db.knex('audit').where({ seq: 2 });
    await expect(entries.clone().update({ actor: 'user:default/nobody' })).rejects.toMatchObject({
      message: expect.stringMatching(/only grow/),
    });
    await expect(entries.clone().delete()).rejects.toMatchObject({
      message: expect.stringMatching(/only grow/),
    });
  });

  it('[rule 12] shows the first entry that was touched behind its back', async () => {
    const { knex } = portal.ctx.db;
    const trigger = kind === 'pg' ? 'drop trigger audit_kept on audit' : 'drop trigger audit_kept';
    await knex.raw(trigger);
    await knex('audit').where({ seq: 3 }).update({ reason: 'another reason' });
    expect(await checkAudit(portal.ctx)).toBe(3);
  });

  it('[rule 12] shows that the end was cut off', async () => {
    const cut = await aPortal(kind);
    try {
      await aPublishedOffer(cut);
      const { knex } = cut.ctx.db;
      await knex.raw(
        kind === 'pg' ? 'drop trigger audit_stays on audit' : 'drop trigger audit_stays',
      );
      const { length } = await knex('audit');
      await knex('audit')
        .where('seq', '>', length - 2)
        .delete();
      expect(await checkAudit(cut.ctx)).toBe(length - 1);
    } finally {
      await cut.stop();
    }
  });

  it('pages from the latest to the first', async () => {
    const seqs: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await portal.as('carla')('audit', { query: { limit: 7, cursor } });
      seqs.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(seqs.at(-1)).toBe(1);
  });
});
