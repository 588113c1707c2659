import { healthOf } from './health';

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
