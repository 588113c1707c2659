import { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, aSubmittedPlan, decideOn } from '../__testUtils__/stories';

describe('what the auditor of Backstage is told', () => {
  const success = jest.fn(async () => {});
  const fail = jest.fn(async (_failure: { error: Error; meta?: object }) => {});
  const createEvent = jest.fn(async (_said: AuditorServiceCreateEventOptions) => ({
    success,
    fail,
  }));
  const auditor = mockServices.auditor.mock({ createEvent });
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(databaseKinds[0] ?? 'sqlite3', { auditor });
  });
  afterAll(() => portal.stop());
  beforeEach(() => jest.clearAllMocks());

  const event = (eventId: string, severityLevel: string) =>
    expect.objectContaining({
      eventId,
      severityLevel,
      request: expect.objectContaining({ originalUrl: expect.any(String) }),
    });

  it('is every change, and that it was done', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    expect(createEvent.mock.calls).toEqual([
      [event('create-offer', 'medium')],
      [event('create-plan', 'medium')],
      [event('submit-plan', 'medium')],
    ]);
    expect(success).toHaveBeenCalledTimes(3);
    expect(fail).not.toHaveBeenCalled();
  });

  it('is that it was refused, with the code and nothing else', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    jest.clearAllMocks();
    await expect(decideOn(portal, 'carla', plan)).rejects.toMatchObject({ status: 403 });
    expect(createEvent.mock.calls).toEqual([[event('decide', 'high')]]);
    const code = 'author-cannot-decide';
    expect(fail.mock.calls).toEqual([[{ error: new Error(code), meta: { code } }]]);
    expect(success).not.toHaveBeenCalled();
  });

  it('is a fault without what the database said, which repeats what was written', async () => {
    const broken = jest
      .spyOn(portal.ctx.db, 'transaction')
      .mockRejectedValueOnce(new Error("insert into offers values ('secret') - disk I/O error"));
    await expect(aDraft(portal)).rejects.toMatchObject({ status: 500 });
    broken.mockRestore();
    expect(fail.mock.calls).toEqual([[{ error: new Error('fault'), meta: { code: 'fault' } }]]);
  });

  it('is who reads the log, and who asks about another person; no other read', async () => {
    const { name } = await aPublishedOffer(portal, {}, { local: '2026-12-01T09:00' });
    const carla = portal.as('carla');
    jest.clearAllMocks();
    await carla('me', {});
    await carla('browseOffers', {});
    await carla('explainOffer', { params: { name } });
    expect(createEvent).not.toHaveBeenCalled();
    await carla('explainOffer', { params: { name }, query: { viewer: 'user:default/otto' } });
    await carla('audit', {});
    await carla('checkAudit', {});
    for await (const { seq } of await carla('exportAudit', {})) expect(seq).toBeGreaterThan(0);
    expect(createEvent.mock.calls).toEqual([
      [event('explain-offer', 'medium')],
      [event('audit', 'medium')],
      [event('check-audit', 'medium')],
      [event('export-audit', 'high')],
    ]);
    expect(success).toHaveBeenCalledTimes(4);
  });

  it('holds nothing of what was sent', async () => {
    await aDraft(portal, { terms: { delivery: 'A secret promise', leadTimeDays: 1 } });
    const told = createEvent.mock.calls.map(([{ request: _request, ...said }]) => said);
    expect(told).toEqual([{ eventId: 'create-offer', severityLevel: 'medium' }]);
  });

  it('stops no work when it fails', async () => {
    const warn = jest.spyOn(portal.ctx.logger, 'warn');
    createEvent.mockRejectedValueOnce(new Error('away'));
    await aDraft(portal);
    success.mockRejectedValueOnce(new Error('away'));
    await aDraft(portal);
    fail.mockRejectedValueOnce(new Error('away'));
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await expect(decideOn(portal, 'carla', plan)).rejects.toMatchObject({ status: 403 });
    expect(warn).toHaveBeenCalledTimes(3);
  });
});
