import { ConfigReader } from '@backstage/config';
import { generateKeyPairSync } from 'node:crypto';
import { newBotKey, pemOf } from './__testUtils__/bot';
import { readSlackBotSettings } from './settings';

const key = newBotKey();
const sound = { publicKey: key.publicPem, teams: ['T0OFFERD1'] };
const read = (slackBot: unknown) =>
  readSlackBotSettings(
    new ConfigReader(JSON.parse(JSON.stringify({ auth: { providers: { slackBot } } }))),
  );
const keysOf = (slackBot: unknown) => read(slackBot)?.publicKeys.map(pemOf);

describe('readSlackBotSettings', () => {
  it('is undefined without the section, so that a portal without a bot needs nothing', () => {
    expect(readSlackBotSettings(new ConfigReader({}))).toBeUndefined();
    expect(readSlackBotSettings(new ConfigReader({ auth: { providers: {} } }))).toBeUndefined();
  });

  it('is careful by default: no e-mail, five seconds', () => {
    expect(read(sound)).toMatchObject({
      teams: ['T0OFFERD1'],
      matchEmail: false,
      clockToleranceSeconds: 5,
    });
  });

  it('reads what is set', () => {
    const set = { ...sound, matchEmail: true, clockToleranceSeconds: 0 };
    expect(read(set)).toMatchObject({ matchEmail: true, clockToleranceSeconds: 0 });
  });

  it('reads one key, several keys, and a key on one line with \\n written out', () => {
    const second = newBotKey().publicPem;
    expect(keysOf(sound)).toEqual([key.publicPem]);
    expect(keysOf({ teams: sound.teams, publicKeys: [key.publicPem, second] })).toEqual([
      key.publicPem,
      second,
    ]);
    expect(keysOf({ ...sound, publicKey: key.publicPem.replaceAll('\n', '\\n') })).toEqual([
      key.publicPem,
    ]);
  });

  const privatePem = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const rsaPem = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey);
  it.each([
    ['no key', { publicKey: undefined }, /slackBot\.publicKey is missing: set it to the PEM/],
    ['two ways', { publicKeys: [sound.publicKey] }, /both publicKey and publicKeys: move/],
    ['no keys', { publicKey: undefined, publicKeys: [] }, /publicKeys is empty: list at least/],
    [
      'a bad key in the list',
      { publicKey: undefined, publicKeys: [sound.publicKey, 'x'] },
      /slackBot\.publicKeys\[1\] is not an Ed25519 public key in PEM: make a pair/,
    ],
    ['an RSA key', { publicKey: rsaPem }, /not an Ed25519 public key in PEM: make a pair/],
    ['a private key', { publicKey: privatePem }, /holds a private key: keep that with the bot/],
    ['no teams', { teams: undefined }, /slackBot\.teams is missing or empty: list the ids/],
    ['an empty list of teams', { teams: [] }, /slackBot\.teams is missing or empty: list/],
    ['the name of a team', { teams: ['acme'] }, /"acme", which is not a Slack team id: use/],
    ['a long tolerance', { clockToleranceSeconds: 61 }, /is 61: use a whole number from 0 to 60/],
    ['a negative tolerance', { clockToleranceSeconds: -1 }, /is -1: use a whole number/],
    ['a word for a switch', { matchEmail: 'sometimes' }, /auth\.providers\.slackBot\.matchEmail/],
  ])('refuses %s, and names the key and the remedy', (_what, change, message) => {
    expect(() => read({ ...sound, ...change })).toThrow(message);
  });

  it('never repeats a private key in its error', () => {
    const secretLine = privatePem.split('\n')[1] ?? '';
    expect(secretLine).not.toBe('');
    expect(() => read({ ...sound, publicKey: privatePem })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secretLine) }),
    );
  });
});
