import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key that seals installations, by the name under which it is kept. @public */
export interface SealingKey {
  id: string;
  key: Buffer;
}

/** Something sealed, and with which key. */
export interface Sealed {
  keyId: string;
  sealed: string;
}

/** What was kept cannot be opened; the message says why, and what to do. */
export class CannotOpen extends Error {}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keys written `NAME:BASE64,NAME:BASE64`; undefined when any of them is not 32 bytes with a name of its own. */
export function parseKeys(text: string): SealingKey[] | undefined {
  const keys = text.split(',').map(part => {
    const [, id = '', encoded = ''] = /^\s*([\w.-]{1,64}):([\w+/=-]+)\s*$/.exec(part) ?? [];
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const names = new Set(keys.map(({ id }) => id));
  const good = keys.every(({ id, key }) => id && key.length === KEY_BYTES);
  return good && names.size === keys.length ? keys : undefined;
}

/**
 * Seals a text with the first key (AES-256-GCM).
 *
 * @param bound - what the text is for; it opens for nothing else, so that nobody can swap two rows
 */
export function seal(text: string, bound: string, [first]: readonly SealingKey[]): Sealed {
  if (!first) throw new Error('There is no key to seal with');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', first.key, nonce);
  cipher.setAAD(Buffer.from(`${first.id}\n${bound}`));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  return { keyId: first.id, sealed };
}

/**
 * Opens what was sealed with any of the keys.
 *
 * @throws CannotOpen when its key is not there any more, or it was touched
 */
export function open(
  { keyId, sealed }: Sealed,
  bound: string,
  keys: readonly SealingKey[],
): string {
  const found = keys.find(({ id }) => id === keyId);
  if (!found) {
    throw new CannotOpen(
      `The key ${keyId} is not in SLACK_INSTALLATION_KEYS: put it back behind the others, or install the app again`,
    );
  }
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(`${keyId}\n${bound}`));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    throw new CannotOpen(
      `What is kept of ${bound} was touched, or sealed with another key of the name ${keyId}: install the app again`,
    );
  }
}
