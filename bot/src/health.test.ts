import { healthOf, isReady } from './health';
import { botMetrics } from './metrics/botMetrics';

describe('The health of the bot', () => {
  it('is good when Slack is connected and deliveries can be claimed', () => {
    expect(healthOf({ slackConnected: true, lastClaimOk: true })).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
  });

  it.each([
    [{ slackConnected: false, lastClaimOk: true }, { slack: 'not connected' }],
    [{ slackConnected: true, lastClaimOk: false }, { lastClaim: 'failed' }],
    [{ slackConnected: true, lastClaimOk: undefined }, { lastClaim: 'none yet' }],
  ])('is degraded otherwise, and says why: %j', (state, body) => {
    expect(healthOf(state)).toMatchObject({ status: 503, body });
  });
});

describe('The bot is ready', () => {
  const reached = { slackConnected: true, lastClaimOk: true };

  it('once Slack and the portal were reached, and until it stops', () => {
    expect(isReady(reached)).toBe(true);
    expect(isReady({ ...reached, lastClaimOk: false })).toBe(true);
    expect(isReady({ ...reached, lastClaimOk: undefined })).toBe(false);
    expect(isReady({ ...reached, slackConnected: false })).toBe(false);
    expect(isReady({ ...reached, stopping: true })).toBe(false);
  });
});

describe('The figures of the bot', () => {
  it('are there for Prometheus, with kinds and results and no ids', async () => {
    const figures = botMetrics(() => ({ slackConnected: true, lastClaimOk: true }));
    figures.acknowledged('command', 0.02);
    figures.delivered({ kind: 'announcement', act: 'post', result: 'sent' }, 0.3);
    figures.limited(7);
    figures.claimed('some');
    const { type, text } = (await figures.exposed?.()) ?? { type: '', text: '' };
    expect(type).toContain('text/plain');
    expect(text).toContain('offerdesk_slack_ack_seconds_bucket{le="0.025",kind="command"} 1');
    expect(text).toMatch(
      /delivery_seconds_count\{kind="announcement",act="post",result="sent"\} 1/,
    );
    expect(text).toMatch(/rate_limit_seconds_sum 7/);
    expect(text).toMatch(/claims\{result="some"\} 1/);
    expect(text).toMatch(/offerdesk_slack_up 1/);
  });
});
