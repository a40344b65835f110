import { type Key, type KeyCreation, Meilisearch, MeilisearchApiError } from 'meilisearch';
import { createKeyCheck } from './search-key.ts';

/** Keys of the search server, for whoever sets up the site. Secrets: for a terminal, never for a log. */
export interface SiteKeys {
  /** May search the live index, and nothing else. */
  search: string;
  /** May do what `npm run index` does to the live index and to those it builds beside it. */
  admin: string;
}

const WITHIN_MS = 10_000;

// What rebuildIndex and its parts ask for, and nothing else.
const WRITING = [
  'search',
  'documents.add',
  'settings.update',
  'stats.get',
  'tasks.get',
  'indexes.get',
  'indexes.create',
  'indexes.update',
  'indexes.swap',
  'indexes.delete',
];

/** Indexes that a run builds beside the live one begin so. */
export const buildingPrefix = (index: string) => `${index}__`;

/**
 * The two keys for an index. Their uids are made of its name, and Meilisearch makes a key of its uid and
 * the master key: asked again, also after the server was set up anew, the same keys come out.
 */
export function toKeyCreations(
  index: string,
  hash: (text: string) => string,
): Record<keyof SiteKeys, KeyCreation & { uid: string }> {
  const uid = (use: string) => toUuid(hash(`${index} ${use}`));
  return {
    search: {
      uid: uid('search'),
      name: `${index}: search`,
      description: 'For the site: MEILI_SEARCH_KEY',
      actions: ['search'],
      indexes: [index],
      expiresAt: null,
    },
    admin: {
      uid: uid('admin'),
      name: `${index}: index`,
      description: 'For npm run index: MEILI_ADMIN_KEY',
      actions: WRITING,
      indexes: [index, `${buildingPrefix(index)}*`],
      expiresAt: null,
    },
  };
}

/**
 * Makes the keys, or finds them where they are. Throws an EngineUnavailableFault where the search key turns
 * out to be able to do more than search, or what the client throws.
 */
export async function makeKeys({
  url,
  masterKey,
  index,
  hash,
}: {
  url: string;
  masterKey: string;
  index: string;
  hash(text: string): string;
}): Promise<SiteKeys> {
  const speak = (apiKey: string) => new Meilisearch({ host: url, apiKey, timeout: WITHIN_MS });
  const client = speak(masterKey);
  const wanted = toKeyCreations(index, hash);
  const search = await ensureKey(client, wanted.search);
  const admin = await ensureKey(client, wanted.admin);
  await createKeyCheck(speak(search.key))(AbortSignal.timeout(WITHIN_MS));
  return { search: search.key, admin: admin.key };
}

async function ensureKey(client: Meilisearch, wanted: KeyCreation & { uid: string }): Promise<Key> {
  const held = await client.getKey(wanted.uid).catch((fault: unknown) => {
    if (fault instanceof MeilisearchApiError && fault.cause?.code === 'api_key_not_found') return;
    throw fault;
  });
  if (held && areSame(held.actions, wanted.actions) && areSame(held.indexes, wanted.indexes)) {
    return held;
  }
  // Rights cannot be changed. Made again with its uid, it is the same key.
  if (held) await client.deleteKey(wanted.uid);
  return client.createKey(wanted);
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}

// Meilisearch takes uids of this form alone.
function toUuid(hexadecimal: string): string {
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => hexadecimal.slice(from, to));
  return `${a}-${b}-4${c}-8${d}-${e}`;
}
