import { slackError, slackErrorCodes, slackErrorWords } from './errors';
import { readSlackError } from './readError';

describe('What an error of Slack means', () => {
  it.each(slackErrorCodes)(
    'says what to do about %s, in a sentence that a delivery can keep',
    code => {
      const words = slackErrorWords(code);
      expect(slackError(code).remedy).toMatch(/^\S.{20,}[^.]$/);
      expect(words.length).toBeLessThan(400);
      expect(readSlackError(words)).toEqual({ code, remedy: slackError(code).remedy });
    },
  );

  it('waits by itself only where nothing was posted and time helps', () => {
    const later = slackErrorCodes.filter(code => slackError(code).again === 'later');
    expect(later.sort()).toEqual([
      'external_channel_migrating',
      'message_limit_exceeded',
      'org_login_required',
      'rate_limited',
      'ratelimited',
      'team_added_to_org',
    ]);
    expect(later.every(code => (slackError(code).afterSeconds ?? 0) > 0)).toBe(true);
  });

  it('tells where to look a code up that it does not know', () => {
    expect(slackErrorWords('code_of_tomorrow')).toContain('docs.slack.dev');
    expect(slackError('constructor').remedy).toContain('docs.slack.dev');
  });

  it('names the scope that was needed', () => {
    expect(slackErrorWords('missing_scope', 'im:write')).toMatch(/needed: im:write/);
  });

  it('finds no code in words of our own', () => {
    expect(readSlackError('Ada has no Slack identity: let them link it.')).toBeUndefined();
    expect(readSlackError('the message could not be drawn: it is empty')).toBeUndefined();
  });
});
