import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { platformError } from '../__testUtils__/fakeSlack';
import { isRateLimit, outcomeOf, outcomeOfPreparation } from './outcome';

describe('What an error of Slack means for a delivery', () => {
  it('waits as long as Slack asks', () => {
    expect(outcomeOf(new WebAPIRateLimitedError(7))).toMatchObject({
      result: 'retry',
      afterSeconds: 7,
    });
    expect(outcomeOf(platformError('ratelimited'))).toMatchObject({ result: 'retry' });
    expect(isRateLimit(outcomeOf(new WebAPIRateLimitedError(7)))).toBe(true);
    expect(isRateLimit(outcomeOf(platformError('message_limit_exceeded')))).toBe(true);
  });

  it.each(['org_login_required', 'team_added_to_org', 'external_channel_migrating'])(
    'waits by itself while Slack moves what it stands in: %s',
    code => {
      const outcome = outcomeOf(platformError(code));
      expect(outcome).toMatchObject({ result: 'retry', afterSeconds: 600 });
      expect(isRateLimit(outcome)).toBe(false);
    },
  );

  it.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'restricted_action',
    'account_inactive',
    'ekm_access_denied',
    'invalid_auth',
    'missing_scope',
    'token_revoked',
    'message_not_found',
    'user_not_found',
    'users_not_found',
    'a_code_of_tomorrow',
  ])('fails with the code %s and what to do about it', code => {
    const outcome = outcomeOf(platformError(code));
    expect(outcome.result).toBe('failed');
    expect('error' in outcome && outcome.error).toMatch(new RegExp(`^${code}: \\S.{15,}`));
  });

  it('names the scope that is missing', () => {
    const outcome = outcomeOf(platformError('missing_scope', { needed: 'im:write' }));
    expect(outcome).toMatchObject({ error: expect.stringContaining('im:write') });
  });

  it.each(['fatal_error', 'internal_error', 'service_unavailable'])(
    'cannot tell after %s: part of it may have been done',
    code => expect(outcomeOf(platformError(code)).result).toBe('unclear'),
  );

  it.each([
    new WebAPIRequestError(new Error('socket hang up')),
    new WebAPIHTTPError(502, 'Bad Gateway', {}),
    new DOMException('late', 'TimeoutError'),
  ])('cannot tell when no answer came: %s', error => {
    expect(outcomeOf(error).result).toBe('unclear');
  });

  it('simply tries again when the call could not have posted anything', () => {
    const lost = new WebAPIRequestError(new Error('socket hang up'));
    expect(outcomeOfPreparation(lost)).toMatchObject({ result: 'retry' });
    expect(outcomeOfPreparation(platformError('user_not_found')).result).toBe('failed');
  });
});
