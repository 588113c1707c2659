import { generateKeyPairSync } from 'node:crypto';
import { ConfigError, readConfig } from './config';

const pem = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const complete = {
  OFFERS_BASE_URL: 'http://127.0.0.1:7007/',
  OFFERS_BOT_TOKEN: 'own-token',
  OFFERS_BOT_PRIVATE_KEY: pem,
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_TEAM_ID: 'T0OFFERD1',
};

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('reads Socket Mode with what has a default left out', () => {
    expect(readConfig(complete)).toMatchObject({
      offersBaseUrl: 'http://127.0.0.1:7007',
      slackMode: { kind: 'socket', appToken: 'xapp-1' },
      slackDates: 'reader',
      host: '127.0.0.1',
      port: 3910,
    });
  });

  it('reads signed HTTP', () => {
    const http = {
      ...complete,
      SLACK_APP_TOKEN: '',
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: 's',
    };
    expect(readConfig(http).slackMode).toEqual({ kind: 'http', signingSecret: 's' });
  });

  it('takes a key on one line with \\n written out', () => {
    const onOneLine = { ...complete, OFFERS_BOT_PRIVATE_KEY: pem.replace(/\n/g, '\\n') };
    expect(readConfig(onOneLine).assertionKey.asymmetricKeyType).toBe('ed25519');
  });

  it('ends another address of the Web API with a slash', () => {
    const local = { ...complete, SLACK_API_URL: 'http://127.0.0.1:3900/api' };
    expect(readConfig(local).slackApiUrl).toBe('http://127.0.0.1:3900/api/');
  });

  it('says in one sentence each what is missing and what to do', () => {
    const problems = problemsOf({});
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      'OFFERS_BASE_URL',
      'OFFERS_BOT_TOKEN',
      'OFFERS_BOT_PRIVATE_KEY',
      'SLACK_TEAM_ID',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
    ]);
    expect(problems.every(problem => /^\w+ is missing: \S.*\.$/.test(problem))).toBe(true);
  });

  it.each([
    ['OFFERS_BASE_URL', 'portal'],
    ['OFFERS_BOT_PRIVATE_KEY', 'not a key'],
    ['SLACK_BOT_TOKEN', 'xapp-1'],
    ['SLACK_MODE', 'polling'],
    ['SLACK_TEAM_ID', 'offerdesk'],
    ['SLACK_APP_ID', 'offerdesk'],
    ['SLACK_API_URL', 'slack'],
    ['SLACK_DATES', 'local'],
    ['BOT_PORT', 'http'],
    ['BOT_LOG_LEVEL', 'loud'],
  ])('refuses a %s that cannot be used, by its name', (name, value) => {
    const [problem, ...others] = problemsOf({ ...complete, [name]: value });
    expect(problem).toContain(name);
    expect(others).toEqual([]);
  });

  it('never repeats a secret in a problem', () => {
    const problems = problemsOf({
      ...complete,
      SLACK_BOT_TOKEN: 'xoxp-secret',
      OFFERS_BOT_PRIVATE_KEY: 'secret',
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/secret/);
  });

  describe('several workspaces', () => {
    const oauth = {
      ...complete,
      SLACK_BOT_TOKEN: undefined,
      SLACK_TEAM_ID: 'T0OFFERD1, T0SECOND1',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'secret',
      SLACK_STATE_SECRET: 's'.repeat(32),
      SLACK_INSTALLATION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
      BOT_PUBLIC_URL: 'https://bot.example.com/',
    };

    it('install the app themselves', () => {
      expect(readConfig(oauth)).toMatchObject({
        slackTeamId: 'T0OFFERD1',
        slackTeams: ['T0OFFERD1', 'T0SECOND1'],
        slackAccess: { kind: 'oauth', publicUrl: 'https://bot.example.com', keys: [{ id: 'k1' }] },
      });
    });

    it.each([
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'SLACK_INSTALLATION_KEYS',
      'BOT_PUBLIC_URL',
    ])('need %s', name => {
      expect(problemsOf({ ...oauth, [name]: undefined })).toEqual([
        expect.stringMatching(new RegExp(`^${name} is missing: `)),
      ]);
    });

    it('have no token in the configuration, keys of 32 bytes, and a state secret that cannot be guessed', () => {
      expect(problemsOf({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' })).toHaveLength(1);
      expect(problemsOf({ ...oauth, SLACK_INSTALLATION_KEYS: 'k1:c2hvcnQ=' })).toHaveLength(1);
      expect(problemsOf({ ...oauth, SLACK_STATE_SECRET: 'short' })).toHaveLength(1);
      const one = { ...complete, SLACK_TEAM_ID: 'T0OFFERD1,T0SECOND1' };
      expect(problemsOf(one)).toEqual([expect.stringContaining('set SLACK_CLIENT_ID')]);
    });
  });
});
