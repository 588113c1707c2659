import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aPublishedOffer } from '../__testUtils__/stories';
import { Database } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { record } from './audit';
import { checkLog } from './check';

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
      const found = await checkLog(portal.ctx.db.knex);
      const last = await portal.ctx.db.knex('audit').orderBy('seq', 'desc').first('seq', 'hash');
      expect(found).toEqual({ whole: true, entries: last.seq, head: { ...last } });
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
    expect(await checkLog(portal.ctx.db.knex)).toMatchObject({
      whole: false,
      entries: 2,
      firstTouched: 3,
    });
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
      const found = await checkLog(knex);
      expect(found).toMatchObject({ whole: false, entries: length - 2, firstTouched: length - 1 });
    } finally {
      await cut.stop();
    }
  });

  it('[rule 12] shows that the head was lost, or an entry put in beyond it', async () => {
    const cut = await aPortal(kind);
    try {
      await aDraft(cut);
      await aDraft(cut);
      const { knex } = cut.ctx.db;
      const [first] = await knex('audit').where({ seq: 1 });
      await knex('audit_head').update({ seq: 1, hash: first.hash });
      expect(await checkLog(knex)).toMatchObject({ whole: false, entries: 1, firstTouched: 2 });
      await knex('audit_head').delete();
      expect(await checkLog(knex)).toMatchObject({ whole: false, entries: 0, firstTouched: 1 });
    } finally {
      await cut.stop();
    }
  });

  it('[rule 12] is appended at once, as the last thing that a transaction does', async () => {
    const own = await aPortal(kind);
    try {
      const plan = await anApprovedPlan(own, await aDraft(own));
      const statements: string[] = [];
      own.ctx.db.knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      await own.as('carla')('releasePlan', {
        params: { id: plan.id },
        body: { contentHash: plan.contentHash },
      });
      const writing = statements.slice(0, statements.lastIndexOf('COMMIT;') + 1);
      // PostgreSQL moves the head and adds the entries by one statement.
      const appending =
        kind === 'pg'
          ? [/^with claimed as \(update audit_head .* insert into audit /]
          : [/^update .?audit_head/, /^insert into audit /];
      const last = [...appending.map(sql => expect.stringMatching(sql)), 'COMMIT;'];
      expect(writing.slice(-last.length)).toEqual(last);
      expect(writing.filter(sql => /audit/.test(sql))).toHaveLength(appending.length);
    } finally {
      await own.stop();
    }
  });

  it('[rule 12] goes on where another process left it, and where one of its own failed', async () => {
    const own = await aPortal(kind);
    try {
      const entry = (action: string) => ({
        at: '2026-11-30T22:00:00.000Z',
        actor: 'user:default/ada',
        surface: 'api',
        action,
        subjectKind: 'offer' as const,
        subjectId: 'x',
      });
      const { db } = own.ctx;
      await db.transaction(tx => record(tx, entry('offer.one')));
      const failed = db.transaction(async tx => {
        await record(tx, entry('offer.lost'));
        // SQLite is told of it together with the entry.
        await insertRows(tx, 'audit_head', [{ id: 1, seq: 1, hash: '' }]);
      });
      await expect(failed).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
      await db.transaction(tx => record(tx, entry('offer.two')));
      // Another process appends: this one does not know, and guesses that the log ends where it left it.
      const other = await Database.create(
        { getClient: async () => own.database.connect(), migrations: { skip: true } },
        () => own.clock.now(),
      );
      await other.transaction(tx => record(tx, entry('offer.other')));
      await db.transaction(tx => record(tx, entry('offer.three'), entry('offer.four')));
      const actions = await db.knex('audit').orderBy('seq').pluck('action');
      expect(actions.slice(-5)).toEqual(
        ['one', 'two', 'other', 'three', 'four'].map(what => `offer.${what}`),
      );
      expect(await checkLog(db.knex)).toMatchObject({ whole: true });
    } finally {
      await own.stop();
    }
  });

  it('is written in a transaction that commits it, and in no other', async () => {
    await expect(portal.ctx.db.knex.transaction(tx => record(tx))).rejects.toMatchObject({
      message: expect.stringMatching(/Database\.transaction/),
    });
  });
});
