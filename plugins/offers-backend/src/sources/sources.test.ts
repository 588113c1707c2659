import { OfferSource, SourceError, SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aNextVersion, anApprovedPlan, completeContent } from '../__testUtils__/stories';

const good = (key: string, summary = 'A database'): SourceRow => ({
  key,
  title: `Row ${key}`,
  result: {
    ok: true,
    name: `row-${key}`,
    interaction: 'provision',
    content: {
      information: { title: `Row ${key}`, summary, tags: ['cloud'] },
      plans: {
        fulfilment: {
          driver: 'open-service-broker',
          reference: `b:${key}`,
          parties: [{ kind: 'external', name: 'Cloud' }],
        },
      },
    },
  },
});

describe.each(databaseKinds)('imports on %s', kind => {
  let portal: TestPortal;
  let rows: SourceRow[] | Error = [];
  const source: OfferSource = {
    id: 'cloud',
    title: 'Cloud',
    kind: 'Test',
    async read() {
      if (rows instanceof Error) throw rows;
      return rows;
    },
  };
  beforeAll(async () => {
    portal = await aPortal(kind, { sources: [source] });
  });
  afterAll(() => portal.stop());
  const run = (who = 'carla') => portal.as(who)('importSource', { params: { id: 'cloud' } });
  const drift = (who = 'carla') => portal.as(who)('sourceDrift', { params: { id: 'cloud' } });
  const outcomes = async () => (await run()).rows.map(({ outcome }) => outcome);

  it('makes a draft of each row, says what became of it, and changes nothing the second time', async () => {
    rows = [
      good('a'),
      good('b'),
      { key: 'c', title: 'Bad', result: { ok: false, reason: 'No name' } },
    ];
    const first = await run();
    expect(first).toMatchObject({ created: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(first.rows[2]).toMatchObject({ outcome: 'rejected', reason: 'No name' });
    expect(await run()).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 1 });
    const { items } = await portal.as('carla')('listSources', {});
    expect(items[0]?.lastImport).toMatchObject({ unchanged: 2, rejected: 1 });
  });

  it('takes the new word of the source, and keeps what people wrote', async () => {
    rows = [good('merge')];
    const { rows: report } = await run();
    const id = report[0]?.offerId ?? '';
    const offer = await portal.as('carla')('getOffer', { params: { id } });
    const content = offer.draft?.content;
    if (!content) throw new Error('The import made no draft');
    await portal.as('carla')('putDraft', {
      params: { id },
      revision: offer.revision,
      body: {
        owner: 'group:default/operations',
        content: {
          ...content,
          information: { ...content.information, title: 'Our own title', category: 'databases' },
        },
      },
    });
    rows = [good('merge', 'A better database')];
    expect(await outcomes()).toEqual(['updated']);
    const after = await portal.as('carla')('getOffer', { params: { id } });
    expect(after.owner).toBe('group:default/operations');
    expect(after.draft?.content.information).toMatchObject({
      title: 'Our own title',
      summary: 'A better database',
      category: 'databases',
    });
    expect(await outcomes()).toEqual(['unchanged']);
  });

  it('rejects a row that is not sound with the field and the remedy, and takes the others', async () => {
    const broken = good('broken');
    if (broken.result.ok) broken.result.content.information.logo = 'data:text/html,hello';
    const taken = good('taken');
    if (taken.result.ok) taken.result.name = 'row-a';
    rows = [broken, taken, good('fine')];
    const report = await run();
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'created']);
    expect(report.rows[0]?.reason).toContain('information.logo');
    expect(report.rows[1]?.reason).toContain('row-a');
  });

  it('says of each of several hundred rows by itself what became of it', async () => {
    rows = Array.from({ length: 450 }, (_, index) => good(`many-${index}`));
    const spoil = (index: number, change: (row: SourceRow) => SourceRow) => {
      const row = rows instanceof Error ? undefined : rows[index];
      if (row && !(rows instanceof Error)) rows[index] = change(row);
    };
    spoil(3, row => ({ ...row, result: { ok: false, reason: 'No name' } }));
    // No database keeps a null character: a row that only the database would refuse.
    spoil(7, () => good('many-7', 'A data\0base'));
    spoil(11, () => good('many-10'));
    spoil(205, row => ({ ...row, result: { ...good('many-1').result } }));
    const report = await run();
    expect(report.rows.map(({ key }) => key)).toHaveLength(450);
    const others = report.rows.filter((_, index) => ![3, 7, 11, 205].includes(index));
    expect(others.every(({ outcome }) => outcome === 'created')).toBe(true);
    expect([3, 7, 11, 205].map(index => report.rows[index]?.outcome)).toEqual([
      'rejected',
      'rejected',
      'unchanged',
      'rejected',
    ]);
    expect(report.rows[7]?.reason).toContain('cannot be shown');
    expect(report.rows[205]?.reason).toContain('row-many-1');
  });

  it('[rule 5] makes each row once, however many imports run at the same time', async () => {
    rows = Array.from({ length: 250 }, (_, index) => good(`race-${index}`));
    const reports = await Promise.all([run(), run(), run()]);
    const sum = (of: 'created' | 'unchanged' | 'rejected' | 'updated') =>
      reports.reduce((total, report) => total + report[of], 0);
    expect([sum('created'), sum('unchanged'), sum('rejected'), sum('updated')]).toEqual([
      250, 500, 0, 0,
    ]);
    const { knex } = portal.ctx.db;
    const imported = knex('offers').where('source_key', 'like', 'race-%').select('id');
    const entries = await knex('audit')
      .where('action', 'offer.import')
      .whereIn('subject_id', imported);
    expect(entries).toHaveLength(250);
  });

  it('rejects a new word of the source that does not go together with what people wrote', async () => {
    const until = (at: string) => {
      const row = good('clash');
      if (row.result.ok) row.result.content.validity = { until: at };
      return [row];
    };
    rows = until('2028-01-01T00:00:00.000Z');
    const id = (await run()).rows[0]?.offerId ?? '';
    const { draft, revision } = await portal.as('carla')('getOffer', { params: { id } });
    if (!draft) throw new Error('The import made no draft');
    const validity = { ...draft.content.validity, from: '2027-06-01T00:00:00.000Z' };
    const content = { ...draft.content, validity };
    const body = { owner: 'group:default/operations', content };
    await portal.as('carla')('putDraft', { params: { id }, revision, body });
    rows = until('2027-01-01T00:00:00.000Z');
    const [report] = (await run()).rows;
    expect(report).toMatchObject({ outcome: 'rejected', offerId: id });
    expect(report?.reason).toContain('do not go together. validity');
    const found = await drift();
    expect(found.items.find(({ key }) => key === 'clash')).toMatchObject({ kind: 'rejected' });
  });

  it('says where it and its offers have come apart, and changes nothing', async () => {
    rows = ['same', 'moved', 'ours', 'both', 'leaves'].map(key => good(`drift-${key}`));
    const { rows: report } = await run();
    const idOf = (key: string) =>
      report.find(row => row.key === `drift-${key}`)?.offerId ?? `no ${key}`;
    for (const key of ['ours', 'both']) {
      const { draft, revision } = await portal.as('carla')('getOffer', {
        params: { id: idOf(key) },
      });
      if (!draft) throw new Error('The import made no draft');
      const { information } = draft.content;
      await portal.as('carla')('putDraft', {
        params: { id: idOf(key) },
        revision,
        body: {
          owner: 'group:default/operations',
          content: { ...draft.content, information: { ...information, summary: 'Ours' } },
        },
      });
    }
    rows = [
      good('drift-same'),
      good('drift-moved', 'A better database'),
      good('drift-ours'),
      good('drift-both', 'A better database'),
      good('drift-new'),
      { key: 'drift-bad', title: 'Bad', result: { ok: false, reason: 'No name' } },
    ];
    const found = await drift();
    const rowOf = (key: string) => found.items.find(row => row.key === `drift-${key}`);
    const summary = { field: 'content.information.summary', label: 'Summary' };
    expect(found.inStep).toBe(1);
    expect(rowOf('same')).toBeUndefined();
    expect(rowOf('moved')).toMatchObject({
      kind: 'changed',
      offerId: idOf('moved'),
      hasDraft: true,
      fields: [{ ...summary, here: 'A database', there: 'A better database', changedBy: 'source' }],
    });
    expect(rowOf('ours')?.fields).toEqual([
      { ...summary, here: 'Ours', there: 'A database', changedBy: 'here' },
    ]);
    expect(rowOf('both')?.fields).toEqual([
      { ...summary, here: 'Ours', there: 'A better database', changedBy: 'both' },
    ]);
    expect(rowOf('new')).toEqual({
      key: 'drift-new',
      title: 'Row drift-new',
      kind: 'new',
      fields: [],
    });
    expect(rowOf('bad')).toMatchObject({ kind: 'rejected', reason: 'No name' });
    expect(rowOf('leaves')).toMatchObject({ kind: 'gone', offerId: idOf('leaves') });
    expect(await drift()).toMatchObject({ inStep: found.inStep, items: found.items });
  });

  it('says of an offer without a draft what an import and a comparison both know of it', async () => {
    rows = [good('alone')];
    const offerId = (await run()).rows[0]?.offerId ?? '';
    const read = () => portal.as('carla')('getOffer', { params: { id: offerId } });
    await portal.as('carla')('putDraft', {
      params: { id: offerId },
      revision: (await read()).revision,
      body: {
        owner: 'group:default/operations',
        content: completeContent({ validity: { until: '2027-01-01T00:00:00Z' } }),
      },
    });
    const { id, contentHash } = await anApprovedPlan(portal, await read());
    await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    await aNextVersion(portal, { id: offerId });
    const { revision } = await read();
    await portal.as('carla')('discardDraft', { params: { id: offerId }, revision });
    rows = [good('alone', 'A better database')];
    const told = async () => {
      const [row] = (await run()).rows;
      const compared = (await drift()).items.find(({ key }) => key === 'alone');
      return { outcome: row?.outcome, reason: row?.reason, kind: compared?.kind };
    };
    expect(await told()).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(/is published.*start its next version/),
      kind: 'changed',
    });
    portal.clock.set('2027-02-01T00:00:00.000Z');
    expect(await told()).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(/has ended here/),
      kind: 'ended',
    });
  });

  it('says what to do when the source does not answer', async () => {
    rows = new SourceError('The broker answered 401; check its password.');
    for (const asked of [run(), drift()]) {
      await expect(asked).rejects.toMatchObject({
        status: 502,
        code: 'source-failed',
        message: 'The broker answered 401; check its password.',
      });
    }
  });

  it('lets only importers import', async () => {
    rows = [];
    expect(await refusalOf(run('mia'))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await refusalOf(run('ada'))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await refusalOf(drift('mia'))).toEqual({ status: 403, code: 'not-allowed' });
  });
});
