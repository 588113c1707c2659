import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS } from './paths.mjs';

const pem = { spki: { type: 'spki', format: 'pem' }, pkcs8: { type: 'pkcs8', format: 'pem' } };

function keep(name, text) {
  writeFileSync(join(KEYS, name), text, { mode: 0o600 });
}

/**
 * The secrets between the portal and the bot of this machine; made at the first start, kept afterwards, readable by the owner
 * alone. What the environment already says wins.
 *
 * @returns environment variables
 */
export function secrets(env = process.env) {
  mkdirSync(KEYS, { recursive: true, mode: 0o700 });
  if (!existsSync(join(KEYS, 'bot-private.pem'))) {
    const pair = generateKeyPairSync('ed25519', {
      publicKeyEncoding: pem.spki,
      privateKeyEncoding: pem.pkcs8,
    });
    keep('bot-public.pem', pair.publicKey);
    keep('bot-token', randomBytes(32).toString('base64url'));
    // Last: its presence says that the others are complete.
    keep('bot-private.pem', pair.privateKey);
  }
  const read = name => readFileSync(join(KEYS, name), 'utf8');
  return {
    OFFERS_BOT_PRIVATE_KEY: env.OFFERS_BOT_PRIVATE_KEY ?? read('bot-private.pem'),
    OFFERS_BOT_PUBLIC_KEY: env.OFFERS_BOT_PUBLIC_KEY ?? read('bot-public.pem'),
    OFFERS_BOT_TOKEN: env.OFFERS_BOT_TOKEN ?? read('bot-token'),
  };
}
