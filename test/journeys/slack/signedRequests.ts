import { ids, World } from './World';

/** What the workspace does not send, and Slack does: signed by the test, to a bot as it runs in production. */
export function signedRequests(world: World): void {
  const said = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } };

  it.each([
    ['a forged signature', { secret: 'guess' }, 401],
    ['what was sent six minutes ago', { ahead: -360 }, 401],
    ['what is sent in six minutes', { ahead: 360 }, 401],
    ['4 MB', { headers: { 'content-length': '4000000' } }, 413],
  ])('refuses %s', async (_what, otherwise, status) => {
    const before = world.signed.answers.length;
    const answered = await world.signed.command(ids.ada, 'help', otherwise).then(
      response => response.status,
      () => status,
    );
    expect(answered).toBe(status);
    expect(world.signed.answers).toHaveLength(before);
  });

  it('finds offers while they are typed: those that the person may see, or manages', async () => {
    const { find } = world.signed;
    const search = find.bind(world.signed);
    expect(await search(ids.ada, 'offers-pick', 'delta', 'menu:show:')).toEqual(['Delta database']);
    expect(await search(ids.otto, 'offers-pick', 'delta', 'menu:show:')).toEqual([]);
    expect(await search(ids.ada, 'offers-wizard-seen', 'delta')).toEqual(['Delta database']);
    expect(await search(ids.ada, 'offers-wizard-managed', 'delta')).toEqual([]);
    expect(await search(ids.carla, 'offers-wizard-managed', 'forgotten')).toEqual([
      'Forgotten database',
    ]);
    expect(await search(ids.carla, 'offers-replacement', 'epsilon')).toEqual(['Epsilon database']);
  });

  it('shows a link to who may see the offer, once, and says nothing to who may not', async () => {
    const url = `${world.sample.portal}/offers/o/delta-database`;
    const share = (user: string, channel: string, id: string, otherwise = {}) =>
      world.signed.event(
        {
          type: 'link_shared',
          user,
          channel,
          message_ts: '1.1',
          links: [{ url, domain: '127.0.0.1' }],
        },
        { id, ...otherwise },
      );
    await share(ids.otto, 'C0GENERAL1', 'Ev0OTTO001');
    await share(ids.ada, 'C0GENERAL1', 'Ev0ADA0001');
    await share(ids.ada, 'C0GENERAL1', 'Ev0ADA0001', said);
    await share(ids.ada, 'C0OFFERS1', 'Ev0ADA0002');
    const privately = await world.sees('ada', 'Delta database');
    expect(privately).toHaveLength(1);
    await world.unfurled('C0OFFERS1', url);
    expect(await world.slack.privately('C0GENERAL1', ids.otto)).toEqual([]);
    const unfurls = await world.slack.calls('chat.unfurl');
    expect(JSON.stringify(unfurls)).not.toContain('C0GENERAL1');
  });
}
