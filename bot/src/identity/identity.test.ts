import { generateKeyPairSync } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { FakeBackend, Refuse } from '../__testUtils__/fakeBackend';
import { fakeSlack, platformError } from '../__testUtils__/fakeSlack';
import { NoAnswer } from '../backend/noAnswer';
import { offersClient } from '../backend/offers';
import { assertionSigner } from './assertion';
import { IdentityRefusal } from './refusal';
import { SlackLinks } from './slackLinks';
import { SlackPeople } from './slackPeople';
import { PersonTokens } from './tokens';
import { UserRefs } from './userRefs';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const mia = { teamId: 'T0OFFERD1', slackUserId: 'U0MIA0001' };

const member = {
  id: 'U0MIA0001',
  team_id: 'T0OFFERD1',
  tz: 'Europe/Amsterdam',
  is_email_confirmed: true,
  profile: { email: 'mia@example.com', real_name: 'Mia Okafor' },
};

const inOne = (slack: WebClient) => ({ teams: ['T0OFFERD1'], slackOf: async () => slack });

function people(user: object = member) {
  const { slack, calls } = fakeSlack({ 'users.info': () => ({ user }) });
  return { people: new SlackPeople(inOne(slack)), calls };
}

describe('Who may use the bot', () => {
  it('is a full, living member of the workspace', async () => {
    const { people: checked } = people();
    expect(await checked.check(mia)).toEqual({
      email: 'mia@example.com',
      emailConfirmed: true,
      name: 'Mia Okafor',
    });
    expect(checked.zoneOf(mia)).toBe('Europe/Amsterdam');
  });

  it.each([
    ['guest', { is_restricted: true }],
    ['guest', { is_ultra_restricted: true }],
    ['bot', { is_bot: true }],
    ['deactivated', { deleted: true }],
    ['other-team', { team_id: 'T0OTHER01' }],
    ['other-team', { is_stranger: true }],
    ['other-team', { team_id: 'T0OTHER01', enterprise_user: { teams: ['T0THIRD01'] } }],
  ])('is no %s: %j', async (code, changes) => {
    await expect(people({ ...member, ...changes }).people.check(mia)).rejects.toMatchObject({
      code,
    });
  });

  it('may have another workspace of the same organisation as their own', async () => {
    const enterprise_user = { teams: ['T0OTHER01', 'T0OFFERD1'] };
    const { people: checked } = people({ ...member, team_id: 'E0ORGAN01', enterprise_user });
    expect(await checked.check(mia)).toMatchObject({ name: 'Mia Okafor' });
  });

  it('is nobody of another workspace, who is not even looked up', async () => {
    const { people: checked, calls } = people();
    await expect(checked.check({ ...mia, teamId: 'T0OTHER01' })).rejects.toBeInstanceOf(
      IdentityRefusal,
    );
    expect(calls).toEqual([]);
  });

  it('is not decided when Slack is silent', async () => {
    const { slack } = fakeSlack({
      'users.info': () => {
        throw new Error('socket hang up');
      },
    });
    await expect(new SlackPeople(inOne(slack)).check(mia)).rejects.toBeInstanceOf(NoAnswer);
    const { slack: refusing } = fakeSlack({
      'users.info': () => {
        throw platformError('missing_scope');
      },
    });
    await expect(new SlackPeople(inOne(refusing)).check(mia)).rejects.toThrow('users:read');
  });
});

describe('The assertion', () => {
  it('says who asked, for one minute and one use', async () => {
    const sign = assertionSigner(privateKey);
    const person = { email: 'mia@example.com', emailConfirmed: true, name: 'Mia' };
    const [one, other] = [await sign(mia, person), await sign(mia, person)];
    const claims = decodeJwt(one);
    expect(decodeProtectedHeader(one).alg).toBe('EdDSA');
    expect(claims).toMatchObject({
      iss: 'offerdesk-slack-bot',
      aud: 'backstage-auth-slack-bot',
      sub: 'U0MIA0001',
      team: 'T0OFFERD1',
      email: 'mia@example.com',
      email_confirmed: true,
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
    expect(claims.jti).not.toBe(decodeJwt(other).jti);
  });
});

describe('The token of a person', () => {
  const backend = new FakeBackend({
    publicKey,
    botToken: 'bot',
    people: { U0MIA0001: 'user:default/mia', U0RAVI001: 'user:default/ravi' },
  });
  let baseUrl = '';
  beforeAll(async () => {
    baseUrl = await backend.start();
  });
  beforeEach(() => {
    backend.signIns = 0;
  });
  afterAll(() => backend.stop());

  const tokens = (now?: () => number) =>
    new PersonTokens({
      baseUrl,
      people: people().people,
      sign: assertionSigner(privateKey),
      ...(now ? { now } : {}),
    });

  it('is exchanged once for requests of one person, and kept', async () => {
    const kept = tokens();
    const [one, other] = await Promise.all([kept.tokenOf(mia), kept.tokenOf(mia)]);
    expect(one).toBe(other);
    expect(decodeJwt(await kept.tokenOf(mia)).sub).toBe('user:default/mia');
    expect(backend.signIns).toBe(1);
  });

  it('is never that of somebody else', async () => {
    const kept = tokens();
    const ravi = { ...mia, slackUserId: 'U0RAVI001' };
    expect(decodeJwt(await kept.tokenOf(mia)).sub).toBe('user:default/mia');
    expect(decodeJwt(await kept.tokenOf(ravi)).sub).toBe('user:default/ravi');
  });

  it('is renewed after five minutes, in which somebody may have been unlinked, and when it was forgotten', async () => {
    let now = Date.now();
    const kept = tokens(() => now);
    await kept.tokenOf(mia);
    now += 4 * 60_000;
    await kept.tokenOf(mia);
    expect(backend.signIns).toBe(1);
    now += 90_000;
    await kept.tokenOf(mia);
    expect(backend.signIns).toBe(2);
    kept.forget(mia);
    await kept.tokenOf(mia);
    expect(backend.signIns).toBe(3);
  });

  it('is renewed once for requests of one person that come together when it is over', async () => {
    let now = Date.now();
    const kept = tokens(() => now);
    await kept.tokenOf(mia);
    now += 6 * 60_000;
    const [one, other] = await Promise.all([kept.tokenOf(mia), kept.tokenOf(mia)]);
    expect(one).toBe(other);
    expect(backend.signIns).toBe(2);
  });

  it("is refused in the portal's words, and asked for anew the next time", async () => {
    const kept = tokens();
    const otto = { ...mia, slackUserId: 'U0OTTO001' };
    await expect(kept.tokenOf(otto)).rejects.toThrow('not linked to a user');
    await expect(kept.tokenOf(otto)).rejects.toBeInstanceOf(IdentityRefusal);
    expect(backend.signIns).toBe(2);
  });

  it('is not there while the portal is silent', async () => {
    const gone = new PersonTokens({
      baseUrl: 'http://127.0.0.1:9',
      people: people().people,
      sign: assertionSigner(privateKey),
    });
    await expect(gone.tokenOf(mia)).rejects.toBeInstanceOf(NoAnswer);
  });
});

describe('A user by what was typed', () => {
  const nobody = async () => undefined;
  const refs = new UserRefs(
    'http://127.0.0.1:9',
    { tokenOf: async () => 'token' },
    { userOf: nobody },
  );

  it.each([
    ['user:default/ada', 'user:default/ada'],
    ['@ada', 'user:default/ada'],
    ['User:Default/Ada', 'user:default/ada'],
    ['@Ada Keller', undefined],
  ])('%s is %s', async (typed, ref) => {
    expect(await refs.find(mia, typed)).toBe(ref);
  });

  it('is looked up in the catalogue by the Slack account that was mentioned', async () => {
    await expect(refs.find(mia, '<@U0ADA0001|ada>')).rejects.toBeInstanceOf(NoAnswer);
  });

  const annotated = (...names: string[]) =>
    names.map(name => ({
      kind: 'User',
      metadata: { name, annotations: { 'slack.com/bot-notify': 'U0ADA0001' } },
    }));

  it.each([
    ['whom the directory names', annotated('ada'), undefined, 'user:default/ada'],
    ['who has linked the account', [], 'user:default/ada', 'user:default/ada'],
    ['whom both name', annotated('ada'), 'user:default/ada', 'user:default/ada'],
    ['nobody, where they name two', annotated('ben'), 'user:default/ada', undefined],
    ['nobody, where the directory names two', annotated('ada', 'ben'), undefined, undefined],
    ['nobody, where neither names anybody', [], undefined, undefined],
  ])('is %s', async (_who, items, linked, ref) => {
    const asked: object[] = [];
    const userOf = async (account: object) => {
      asked.push(account);
      return linked;
    };
    const found = new UserRefs(
      'http://portal.example',
      { tokenOf: async () => 'token' },
      { userOf },
      async () => Response.json({ items }),
    );
    expect(await found.find(mia, '<@U0ADA0001|ada>')).toBe(ref);
    expect(asked).toEqual([{ teamId: 'T0OFFERD1', slackUserId: 'U0ADA0001' }]);
  });
});

describe('Who has linked a Slack account', () => {
  const ada = { teamId: 'T0OFFERD1', slackUserId: 'U0ADA0001' };
  const backend = new FakeBackend({ publicKey, botToken: 'bot', people: {} });
  let links: SlackLinks;
  beforeAll(async () => {
    const client = offersClient(await backend.start());
    links = new SlackLinks({
      client,
      token: 'bot',
      people: people().people,
      tokens: { forget() {} },
    });
  });
  afterAll(() => backend.stop());

  it('is told by the portal', async () => {
    backend.on('slackPerson', ({ params }) => ({ user: `user:default/${params.slackUserId}` }));
    expect(await links.userOf(ada)).toBe('user:default/U0ADA0001');
  });

  it.each(['not-found', 'not-allowed'] as const)('is nobody where it answers %s', async code => {
    backend.on('slackPerson', () => {
      throw new Refuse(code);
    });
    expect(await links.userOf(ada)).toBeUndefined();
  });
});
