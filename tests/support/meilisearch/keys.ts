import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';
import type { createKeySchema } from './requests.ts';

type StoredKey = z.infer<typeof createKeySchema> & { key: string };

export const MASTER_KEY = 'the-master-key-of-the-stub';

/** The keys of one server, and what each may do. The master key may do everything. */
export function createKeyStore() {
  const keys = new Map<string, StoredKey>();

  const require = (uidOrKey: string) => {
    const found = [...keys.values()].find(({ uid, key }) => uid === uidOrKey || key === uidOrKey);
    if (!found) throw new Refusal(404, 'api_key_not_found');
    return found;
  };

  return {
    keys,
    /** Puts a key there at once, whose value is its uid. */
    seed: (uid: string, actions: string[], indexes: string[]) => {
      keys.set(uid, { uid, key: uid, actions, indexes, expiresAt: null });
    },
    create: (wanted: z.infer<typeof createKeySchema>) => {
      if (keys.has(wanted.uid)) throw new Refusal(409, 'api_key_already_exists');
      const key = createHmac('sha256', MASTER_KEY).update(wanted.uid).digest('hex');
      keys.set(wanted.uid, { ...wanted, key });
      return show(require(wanted.uid));
    },
    get: (uidOrKey: string) => show(require(uidOrKey)),
    delete: (uidOrKey: string) => void keys.delete(require(uidOrKey).uid),
    /** Throws unless the bearer may do the action; says to which indexes. */
    authorise: (header: string | undefined, action: string): ((index: string) => boolean) => {
      if (!header) throw new Refusal(401, 'missing_authorization_header');
      const given = header.replace('Bearer ', '');
      if (given === MASTER_KEY) return () => true;
      const held = [...keys.values()].find(({ key }) => key === given);
      if (!held?.actions.includes(action)) throw new Refusal(403, 'invalid_api_key');
      return (index) => held.indexes.some((pattern) => fits(index, pattern));
    },
  };
}

function fits(index: string, pattern: string): boolean {
  return pattern.endsWith('*') ? index.startsWith(pattern.slice(0, -1)) : index === pattern;
}

function show(key: StoredKey) {
  const at = '2020-11-22T00:00:00Z';
  return { ...key, createdAt: at, updatedAt: at };
}
