import { SignJWT } from 'jose';
import { generateKeyPairSync, KeyObject, randomUUID } from 'node:crypto';

/** A key pair such as the bot and the portal share. */
export type BotKey = { privateKey: KeyObject; publicKey: KeyObject; publicPem: string };

export function newBotKey(): BotKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey, publicPem: pemOf(publicKey) };
}

export function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** The claims of a sound assertion of Ada, issued at `now`. */
export function adaClaims(now = new Date()): Record<string, unknown> {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    iss: 'offerdesk-slack-bot',
    aud: 'backstage-auth-slack-bot',
    sub: 'U0ADA0001',
    team: 'T0OFFERD1',
    jti: randomUUID(),
    iat: seconds,
    exp: seconds + 60,
  };
}

/** What the bot sends: the claims of {@link adaClaims} with `changes`, signed by `key`. */
export function assertionBy(
  key: BotKey,
  changes: Record<string, unknown> = {},
  now = new Date(),
): Promise<string> {
  return new SignJWT({ ...adaClaims(now), ...changes })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(key.privateKey);
}
