import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export interface Sealed {
  payload: Uint8Array;
  wrappedKey: Uint8Array;
}

/**
 * Locks each text with a key of its own, and that key with one that is kept elsewhere. Forgetting the
 * wrapped key makes the text unreadable for ever, in every copy made after that.
 */
export interface Sealing {
  /** `id`: the row that holds it; a payload moved to another row does not open. */
  seal(id: string, text: string): Sealed;
  /** `undefined`: damaged, moved, or locked with another key. */
  open(id: string, sealed: Sealed): string | undefined;
  /** Which key a text is locked with; `undefined`: another one, or it is damaged. */
  keyOf(id: string, wrappedKey: Uint8Array): 'current' | 'before' | undefined;
}

/**
 * AES-256-GCM twice: a text with a key of its own, that key with `wrappingKey`, which has no other
 * purpose (deriveKey). What `keyBefore` locked is opened too, and nothing more is locked with it. Sealed bytes are version, nonce, ciphertext, tag; what they belong to is
 * authenticated with them.
 */
export function createSealing(wrappingKey: Uint8Array, keyBefore?: Uint8Array): Sealing {
  const keys = [
    { name: 'current', key: wrappingKey },
    ...(keyBefore ? [{ name: 'before', key: keyBefore } as const] : []),
  ] as const;

  function unwrap(id: string, wrappedKey: Uint8Array) {
    for (const { name, key } of keys) {
      const unwrapped = tryUnlock(key, `key:${id}`, wrappedKey);
      if (unwrapped) return { name, key: unwrapped };
    }
    return undefined;
  }

  return {
    seal(id, text) {
      const key = randomBytes(KEY_BYTES);
      return {
        payload: lock(key, `text:${id}`, Buffer.from(text, 'utf8')),
        wrappedKey: lock(wrappingKey, `key:${id}`, key),
      };
    },
    open(id, { payload, wrappedKey }) {
      const unwrapped = unwrap(id, wrappedKey);
      return unwrapped && tryUnlock(unwrapped.key, `text:${id}`, payload)?.toString('utf8');
    },
    keyOf: (id, wrappedKey) => unwrap(id, wrappedKey)?.name,
  };
}

function tryUnlock(key: Uint8Array, about: string, sealed: Uint8Array): Buffer | undefined {
  try {
    return unlock(key, about, sealed);
  } catch {
    return undefined;
  }
}

function lock(key: Uint8Array, about: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(toAad(about));
  const locked = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, locked, cipher.getAuthTag()]);
}

function unlock(key: Uint8Array, about: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== VERSION) throw new Error('Sealed in a way that this code does not know');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const locked = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(toAad(about));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(locked), decipher.final()]);
}

function toAad(about: string): Buffer {
  return Buffer.from(`${VERSION}:${about}`, 'utf8');
}
