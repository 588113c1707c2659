import type { CallInput, SlackLinkPage } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan } from '../__testUtils__/stories';

/** Claims go by the clock of the database server; the test rules time. */
const ruleTime = ({ ctx, clock }: TestPortal) =>
  jest.spyOn(ctx.db, 'now').mockImplementation(async () => clock.now().toISOString());

const inSlack = (slackUserId: string, teamId = 'T0OFFERD1') => ({
  teamId,
  slackUserId,
  slackName: `${slackUserId} in Slack`,
});

describe.each(databaseKinds)('linking a Slack account on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
    ruleTime(portal);
  });
  afterEach(() => portal.stop());

  const codeOf = async (name: string) => (await portal.as(name)('createLinkCode', {})).code;
  const tell = (code: string, slackUserId: string, teamId?: string) =>
    portal.bot('completeSlackLink', { body: { ...inSlack(slackUserId, teamId), code } });
  const whoIs = (slackUserId: string, teamId = 'T0OFFERD1') =>
    portal.bot('slackPerson', { params: { teamId, slackUserId } });

  it('is done by a code of the portal that is told in Slack, however it is typed', async () => {
    const code = await codeOf('ada');
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const link = await tell(code.toLowerCase().replace('-', ' '), 'U0NEWADA1');
    expect(link).toMatchObject({ user: 'user:default/ada', slackUserId: 'U0NEWADA1' });
    expect(await whoIs('U0NEWADA1')).toEqual({ user: 'user:default/ada' });
    expect(await portal.as('ada')('mySlackLinks', {})).toEqual({ items: [link] });
    expect((await portal.as('ben')('mySlackLinks', {})).items).toEqual([]);
  });

  it('is done by a code of Slack that is told in the portal, which shows whose it is first', async () => {
    const { code } = await portal.bot('beginSlackLink', { body: inSlack('U0NEWADA1') });
    expect(await portal.as('ada')('checkLinkCode', { body: { code } })).toEqual(
      inSlack('U0NEWADA1'),
    );
    await portal.as('ada')('acceptLinkCode', { body: { code } });
    expect(await whoIs('U0NEWADA1')).toEqual({ user: 'user:default/ada' });
  });

  it('[rule 5] the same code again is the same link, and never that of another', async () => {
    const code = await codeOf('ada');
    const [first, second] = await Promise.all([tell(code, 'U0NEWADA1'), tell(code, 'U0NEWADA1')]);
    expect(second.id).toBe(first.id);
    expect(await refusalOf(tell(code, 'U0THIEF01'))).toMatchObject({ code: 'link-code-wrong' });
    expect((await portal.as('ada')('mySlackLinks', {})).items).toHaveLength(1);
  });

  it('a code counts for ten minutes, until the next, on its own side, and is not in the database', async () => {
    const old = await codeOf('ada');
    const code = await codeOf('ada');
    expect(await refusalOf(tell(old, 'U0NEWADA1'))).toMatchObject({ code: 'link-code-wrong' });
    const accepted = portal.as('ben')('acceptLinkCode', { body: { code } });
    expect(await refusalOf(accepted)).toMatchObject({ code: 'link-code-wrong' });
    const kept = JSON.stringify(await portal.ctx.db.knex('slack_link_codes'));
    expect(kept).not.toContain(code.replace(/-/g, ''));
    portal.clock.pass(600);
    expect(await refusalOf(tell(code, 'U0NEWADA1'))).toEqual({
      status: 409,
      code: 'link-code-wrong',
    });
  });

  it('[rule 4] an account is one person, and a person one account in a workspace', async () => {
    await tell(await codeOf('ada'), 'U0NEWADA1');
    expect(await refusalOf(tell(await codeOf('ben'), 'U0NEWADA1'))).toMatchObject({
      code: 'slack-linked-elsewhere',
    });
    expect(await refusalOf(tell(await codeOf('ada'), 'U0SECOND1'))).toMatchObject({
      code: 'slack-already-linked',
    });
    await tell(await codeOf('ada'), 'U0SECOND1', 'T0SECOND1');
    expect(await whoIs('U0SECOND1', 'T0SECOND1')).toEqual({ user: 'user:default/ada' });
    expect(await refusalOf(whoIs('U0SECOND1'))).toMatchObject({ code: 'not-found' });
  });

  it('[rule 4] an account that the directory gives to somebody else stays theirs', async () => {
    expect(await refusalOf(tell(await codeOf('carla'), 'U0MIA'))).toMatchObject({
      code: 'slack-linked-elsewhere',
    });
    expect(await tell(await codeOf('mia'), 'U0MIA')).toMatchObject({ user: 'user:default/mia' });
  });

  it('ends when the person unlinks it, and nobody else can', async () => {
    const { id } = await tell(await codeOf('ada'), 'U0NEWADA1');
    const remove = (name: string) =>
      portal.as(name, { surface: 'slack' })('removeSlackLink', { params: { id } });
    expect(await refusalOf(remove('ben'))).toMatchObject({ code: 'not-found' });
    await remove('ada');
    expect(await refusalOf(whoIs('U0NEWADA1'))).toMatchObject({ code: 'not-found' });
    expect((await tell(await codeOf('ben'), 'U0NEWADA1')).user).toBe('user:default/ben');
  });

  it('is ended by who looks after links, with a reason that the account is told', async () => {
    const { id } = await tell(await codeOf('ada'), 'U0NEWADA1', 'T0SECOND1');
    const body = { reason: 'The account was taken over' };
    const end = (name: string) => portal.as(name)('endSlackLink', { params: { id }, body });
    for (const other of ['ada', 'nils']) {
      expect(await refusalOf(end(other))).toMatchObject({ code: 'not-allowed' });
    }
    expect(await end('carla')).toMatchObject({ id, user: 'user:default/ada' });
    expect(await refusalOf(whoIs('U0NEWADA1', 'T0SECOND1'))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(end('carla'))).toMatchObject({ code: 'not-found' });
    const { deliveries } = await portal.bot('claimDeliveries', { body: { worker: 'w' } });
    expect(deliveries).toMatchObject([
      {
        target: { person: { slackUserId: 'U0NEWADA1', slackTeamId: 'T0SECOND1' } },
        body: { kind: 'link-ended', reason: body.reason, user: { ref: 'user:default/ada' } },
      },
    ]);
    const outcome = { result: 'failed' as const, error: 'account_inactive: it is gone' };
    const [told] = deliveries;
    await portal.bot('settleDelivery', {
      params: { id: told?.id ?? '' },
      body: { token: told?.token ?? '', outcome },
    });
    const { items } = await portal.as('carla')('listFailedDeliveries', { query: {} });
    expect(items).toMatchObject([{ kind: 'link-ended', about: { title: expect.any(String) } }]);
    const log = await portal.as('carla')('audit', { query: { subjectId: id } });
    expect(log.items).toMatchObject([
      { action: 'delivery.failed', subjectKind: 'slack-link' },
      { action: 'slack.end-link', actor: 'user:default/carla', reason: body.reason },
      { action: 'slack.link' },
    ]);
  });

  it('everybody’s links are listed by user, page by page, and found by user or account', async () => {
    await tell(await codeOf('ben'), 'U0NEWBEN1');
    await tell(await codeOf('ada'), 'U0NEWADA1');
    await tell(await codeOf('ada'), 'U0NEWADA2', 'T0SECOND1');
    const list = async (query: CallInput<'listSlackLinks'>['query']) =>
      portal.as('carla')('listSlackLinks', { query });
    const accounts = ({ items }: SlackLinkPage) => items.map(({ slackUserId }) => slackUserId);
    const first = await list({ limit: 2 });
    expect(accounts(first)).toEqual(['U0NEWADA1', 'U0NEWADA2']);
    const rest = await list({ limit: 2, cursor: first.nextCursor });
    expect(accounts(rest)).toEqual(['U0NEWBEN1']);
    expect(rest.nextCursor).toBeUndefined();
    expect(accounts(await list({ user: 'user:default/ben' }))).toEqual(['U0NEWBEN1']);
    expect(accounts(await list({ slackUserId: 'U0NEWADA2' }))).toEqual(['U0NEWADA2']);
    expect(await refusalOf(portal.as('ada')('listSlackLinks', { query: {} }))).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('cards go to the account that is linked, in its workspace, rather than to the annotation', async () => {
    await tell(await codeOf('mia'), 'U0NEWMIA1', 'T0SECOND1');
    await aSubmittedPlan(portal, await aDraft(portal));
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50 },
    });
    const people = deliveries.flatMap(({ target }) =>
      target.kind === 'person' ? [target.person] : [],
    );
    expect(people).toContainEqual(
      expect.objectContaining({
        ref: 'user:default/mia',
        slackUserId: 'U0NEWMIA1',
        slackTeamId: 'T0SECOND1',
      }),
    );
    expect(people.find(({ ref }) => ref === 'user:default/rosa')).not.toHaveProperty('slackTeamId');
  });
});

describe.each(databaseKinds)('installations of the Slack app on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind, { settings: { channelTeams: { C0APPROVE: 'T0SECOND1' } } });
    ruleTime(portal);
  });
  afterAll(() => portal.stop());

  it('are kept as the bot sealed them, replaced, and forgotten once', async () => {
    const params = { teamId: 'T0SECOND1' };
    const put = (sealed: string) =>
      portal.bot('putSlackInstallation', { params, body: { keyId: 'k1', sealed } });
    await put('Zmlyc3Q');
    await put('c2Vjb25k');
    await put('c2Vjb25k');
    expect(await portal.bot('slackInstallations', {})).toEqual({
      items: [{ ...params, keyId: 'k1', sealed: 'c2Vjb25k' }],
    });
    const why = { why: 'tokens-revoked' as const };
    await portal.bot('removeSlackInstallation', { params, body: why });
    await portal.bot('removeSlackInstallation', { params, body: why });
    expect(await portal.bot('slackInstallations', {})).toEqual({ items: [] });
    const { items } = await portal.as('carla')('audit', {
      query: { limit: 100, subjectKind: 'slack-workspace' },
    });
    expect(items.map(({ action }) => action)).toEqual([
      'slack.uninstall',
      'slack.install',
      'slack.install',
    ]);
  });

  it('the configuration says which workspace a channel is in', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50 },
    });
    expect(deliveries.map(({ target }) => target)).toContainEqual({
      kind: 'channel',
      channel: 'C0APPROVE',
      team: 'T0SECOND1',
    });
  });
});
