import { base64url, SignJWT, UnsecuredJWT } from 'jose';
import { adaClaims, assertionBy, newBotKey } from './__testUtils__/bot';
import { verifyAssertion } from './assertion';

const NOW = new Date('2026-11-23T17:00:00.000Z');
const now = NOW.getTime() / 1000;
const key = newBotKey();
const settings = { publicKeys: [key.publicKey], clockToleranceSeconds: 5 };

const verify = (token: string | undefined) => verifyAssertion(token, settings, NOW);
const verifyWith = async (changes: Record<string, unknown>) =>
  verify(await assertionBy(key, changes, NOW));

describe('verifyAssertion', () => {
  it('reads what the bot signed', async () => {
    const jti = '5d0a1f4e-8a9e-4b39-9c27-6b0f7d1c2e3f';
    await expect(verifyWith({ jti })).resolves.toEqual({
      jti,
      slackUserId: 'U0ADA0001',
      team: 'T0OFFERD1',
      confirmedEmail: undefined,
      expiresAt: new Date('2026-11-23T17:01:00.000Z'),
    });
  });

  it('knows an e-mail only when Slack confirmed it, and in lower case', async () => {
    const emailOf = async (changes: Record<string, unknown>) =>
      (await verifyWith(changes)).confirmedEmail;
    const email = 'Ada.Keller@Example.com';

    expect(await emailOf({ email, email_confirmed: true })).toBe('ada.keller@example.com');
    expect(await emailOf({ email, email_confirmed: false })).toBeUndefined();
    expect(await emailOf({ email })).toBeUndefined();
    expect(await emailOf({ email_confirmed: true })).toBeUndefined();
  });

  it('takes no e-mail that becomes another one in lower case', async () => {
    const kelvinSign = '\u212A';
    const lookalike = { email: `${kelvinSign}eller@example.com`, email_confirmed: true };
    expect((await verifyWith(lookalike)).confirmedEmail).toBeUndefined();
  });

  it('accepts any of several keys, so that a key can be changed without a pause', async () => {
    const next = newBotKey();
    const both = { ...settings, publicKeys: [key.publicKey, next.publicKey] };

    for (const signer of [key, next]) {
      const token = await assertionBy(signer, {}, NOW);
      await expect(verifyAssertion(token, both, NOW)).resolves.toMatchObject({
        slackUserId: 'U0ADA0001',
      });
    }
  });

  it('refuses a request without an assertion', async () => {
    await expect(verify(undefined)).rejects.toMatchObject({ code: 'assertion-missing' });
    await expect(verify('')).rejects.toMatchObject({ code: 'assertion-missing' });
  });

  it.each([
    ['another key', () => assertionBy(newBotKey(), {}, NOW)],
    ['no signature', async () => new UnsecuredJWT(adaClaims(NOW)).encode()],
    [
      'HS256 with the public key as its secret',
      () =>
        new SignJWT(adaClaims(NOW))
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode(key.publicPem)),
    ],
    [
      'a signature that belongs to other claims',
      async () => {
        const [header, , signature] = (await assertionBy(key, {}, NOW)).split('.');
        const forged = base64url.encode(JSON.stringify({ ...adaClaims(NOW), sub: 'U0MIA0001' }));
        return [header, forged, signature].join('.');
      },
    ],
    ['a word', async () => 'sesame'],
    ['two assertions in one header', async () => `${await assertionBy(key)}, x`],
    ['a very long text', () => assertionBy(key, { pad: 'x'.repeat(5000) }, NOW)],
    ['another issuer', () => assertionBy(key, { iss: 'someone' }, NOW)],
    ['another audience', () => assertionBy(key, { aud: 'offers' }, NOW)],
    ['no Slack user', () => assertionBy(key, { sub: undefined }, NOW)],
    ['an entity ref as the Slack user', () => assertionBy(key, { sub: 'user:default/mia' }, NOW)],
    ['no team', () => assertionBy(key, { team: undefined }, NOW)],
    ['no jti', () => assertionBy(key, { jti: undefined }, NOW)],
    ['a jti that is no uuid', () => assertionBy(key, { jti: '1' }, NOW)],
    ['no exp', () => assertionBy(key, { exp: undefined }, NOW)],
    ['no iat', () => assertionBy(key, { iat: undefined }, NOW)],
  ])('refuses %s', async (_what, token) => {
    await expect(verify(await token())).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'assertion-invalid',
    });
  });

  it('[rule 13] counts its life in seconds of UTC, with a tolerance for clocks on both sides', async () => {
    const life = (iat: number, exp: number) => verifyWith({ iat, exp });

    await expect(life(now - 60, now - 4)).resolves.toBeDefined();
    await expect(life(now - 60, now - 5)).rejects.toMatchObject({ code: 'assertion-expired' });
    await expect(life(now + 5, now + 65)).resolves.toBeDefined();
    await expect(life(now + 6, now + 66)).rejects.toMatchObject({
      code: 'assertion-from-the-future',
    });
  });

  it('refuses a life of more than a minute, or of none', async () => {
    const tooLong = { code: 'assertion-too-long-lived' };
    await expect(verifyWith({ iat: now, exp: now + 61 })).rejects.toMatchObject(tooLong);
    await expect(verifyWith({ iat: now, exp: now })).rejects.toMatchObject(tooLong);
  });
});
