/** Covers src/search/engines/meilisearch/keys.ts. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashText } from '../../src/platform/secrets/hash-text.ts';
import { buildingPrefix, makeKeys } from '../../src/search/engines/meilisearch/keys.ts';
import { aMeilisearchStub } from '../support/meilisearch/a-meilisearch-stub.ts';
import { MASTER_KEY } from '../support/meilisearch/keys.ts';

let stub: Awaited<ReturnType<typeof aMeilisearchStub>>;
beforeEach(async () => {
  stub = await aMeilisearchStub();
});
afterEach(() => stub.close());

const make = (masterKey = MASTER_KEY, index = 'listings') =>
  makeKeys({ url: stub.url, masterKey, index, hash: hashText });
const sent = (method: string) =>
  stub.asked.filter(({ path, ...asked }) => asked.method === method && path.startsWith('/keys'));

describe('npm run index -- --keys', () => {
  test('makes a key that only searches the live index, and one for what npm run index does', async () => {
    const keys = await make();
    expect(sent('POST').map(({ body }) => body)).toEqual([
      {
        uid: expect.stringMatching(
          /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
        ),
        name: 'listings: search',
        description: 'For the site: MEILI_SEARCH_KEY',
        actions: ['search'],
        indexes: ['listings'],
        expiresAt: null,
      },
      expect.objectContaining({
        actions: [
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
        ],
        indexes: ['listings', 'listings__*'],
        expiresAt: null,
      }),
    ]);
    expect(keys.search).not.toBe(keys.admin);
  });

  test('finds the same keys when it is asked again, and on a server set up anew', async () => {
    const first = await make();
    expect(await make()).toEqual(first);
    expect(sent('POST')).toHaveLength(2);
    stub.keys.keys.clear();
    expect(await make()).toEqual(first);
  });

  test('makes other keys for another index', async () => {
    const first = await make();
    const other = await make(MASTER_KEY, 'listings-of-hackney');
    expect(new Set([...Object.values(first), ...Object.values(other)]).size).toBe(4);
  });

  test('puts right a key whose rights are others than today’s, without another secret', async () => {
    const first = await make();
    const [uid = ''] = [...stub.keys.keys].flatMap(([uid, { key }]) =>
      key === first.search ? [uid] : [],
    );
    const held = stub.keys.get(uid);
    stub.keys.keys.set(uid, { ...held, actions: ['search', 'documents.add'] });
    expect(await make()).toEqual(first);
    expect(stub.keys.get(uid).actions).toEqual(['search']);
  });

  test('refuses a search key that turns out to do more', async () => {
    stub.behave(({ method, path }, response) => {
      if (method !== 'GET' || path !== '/indexes') return false;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"results":[]}');
      return true;
    });
    await expect(make()).rejects.toMatchObject({ reason: 'key-may-write' });
  });

  test('says so when the key given is not the master key', async () => {
    await expect(make('another')).rejects.toThrow('invalid_api_key');
    expect(sent('POST')).toEqual([]);
  });

  test('shows secrets to nobody but a terminal', async () => {
    const run = promisify(execFile)(process.execPath, ['scripts/rebuild-index.ts', '--keys'], {
      env: { ...process.env, MEILI_URL: stub.url, MEILI_MASTER_KEY: MASTER_KEY },
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('at a terminal only'),
    });
    expect(stub.asked).toEqual([]);
  });
});

test('indexes that are being built begin with what the second key is for', () => {
  expect(buildingPrefix('listings')).toBe('listings__');
});
