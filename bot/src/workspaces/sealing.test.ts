import { randomBytes } from 'node:crypto';
import { CannotOpen, open, parseKeys, seal } from './sealing';

const aKey = (id: string) => ({ id, key: randomBytes(32) });
const old = aKey('2026-10');
const current = aKey('2026-11');

describe('A sealed installation', () => {
  it('opens with its key, and shows nothing of itself before', () => {
    const sealed = seal('xoxb-secret', 'T1', [current]);
    expect(sealed.keyId).toBe('2026-11');
    expect(Buffer.from(sealed.sealed, 'base64url').toString('latin1')).not.toContain('xoxb');
    expect(open(sealed, 'T1', [current])).toBe('xoxb-secret');
    expect(seal('xoxb-secret', 'T1', [current]).sealed).not.toBe(sealed.sealed);
  });

  it('opens after the key was changed while the old one is listed, and says so when it is not', () => {
    const sealed = seal('xoxb-secret', 'T1', [old]);
    expect(open(sealed, 'T1', [current, old])).toBe('xoxb-secret');
    expect(() => open(sealed, 'T1', [current])).toThrow(
      /2026-10 is not in SLACK_INSTALLATION_KEYS/,
    );
  });

  it('opens for its workspace alone, and not when a bit of it was touched', () => {
    const sealed = seal('xoxb-secret', 'T1', [current]);
    expect(() => open(sealed, 'T2', [current])).toThrow(CannotOpen);
    const bytes = Buffer.from(sealed.sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const touched = Buffer.from(bytes);
      touched.writeUInt8((touched.readUInt8(at) + 1) % 256, at);
      const again = { keyId: current.id, sealed: touched.toString('base64url') };
      expect(() => open(again, 'T1', [current])).toThrow(CannotOpen);
    }
    expect(() => open({ ...sealed, keyId: old.id }, 'T1', [{ ...current, id: old.id }])).toThrow(
      CannotOpen,
    );
  });

  it('takes keys of 32 bytes with names of their own', () => {
    const key = randomBytes(32).toString('base64');
    expect(parseKeys(`new:${key}, old:${key}`)?.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(parseKeys(`same:${key},same:${key}`)).toBeUndefined();
    expect(parseKeys(`short:${randomBytes(16).toString('base64')}`)).toBeUndefined();
    expect(parseKeys(key)).toBeUndefined();
  });
});
