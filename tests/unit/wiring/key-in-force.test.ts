import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import {
  countByKey,
  giveUpKey,
  isKeyInForce,
  takeKeyIntoUse,
} from '../../../src/wiring/key-in-force.ts';
import { deriveKeys, loadReferralKey } from '../../../src/wiring/referral-key.ts';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  NOON,
  type OpenedStore,
} from '../../support/referral/a-store.ts';

const [one, two, three] = [1, 2, 3].map((fill) => Buffer.alloc(32, fill)) as [
  Buffer,
  Buffer,
  Buffer,
];
let opened: OpenedStore;
let dataDir: string;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'key-in-force-'));
  opened = await aStore({ dataDir });
});
afterEach(async () => {
  await opened.discard();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = (key?: Buffer, before?: Buffer) => ({
  dataDir,
  referralKey: key,
  referralKeyBefore: before,
});
const start = (key?: Buffer, before?: Buffer) =>
  takeKeyIntoUse(opened.store, settings(key, before), NOON);

function store(name: string, key: Buffer) {
  const sealing = createSealing(deriveKeys({ key, before: undefined }, 'letter keys').key);
  return opened.store.insertReferral(aReferralRow(name), [
    aLetterRow(name, sealing.seal(`letter-${name}`, 'a text')),
  ]);
}

test('a store is tied to the key of its first start, and refuses another', async () => {
  await start(one);
  await start(one);

  await expect(start(two)).rejects.toThrow(
    /^REFERRAL_KEY is not the key that the stored referrals are locked with\./,
  );
  expect(await isKeyInForce(opened.store, settings(one))).toBe(true);
});

describe('a rotation', () => {
  test('begins with the first start that is given the new key and the one before', async () => {
    await start(one);
    await start(two, one);

    expect(await isKeyInForce(opened.store, settings(two, one))).toBe(true);
    expect(await isKeyInForce(opened.store, settings(one))).toBe(false);
    await start(two, one);
  });

  test('refuses a server that starts with the old key alone, and says which to set', async () => {
    await start(one);
    await start(two, one);

    await expect(start(one)).rejects.toThrow(
      /^REFERRAL_KEY is the key before: .* REFERRAL_KEY_BEFORE/,
    );
  });

  test('lets a server start again that knows both and still locks with the old one', async () => {
    await start(one, two);
    await start(two, one);
    await start(one, two);

    expect(await isKeyInForce(opened.store, settings(two, one))).toBe(true);
  });

  test('refuses to lose the key before while a text is locked with it', async () => {
    await start(one);
    await store('old', one);
    await start(two, one);
    await store('new', two);

    await expect(start(two)).rejects.toThrow(/^REFERRAL_KEY_BEFORE is still needed: 1 texts/);
    expect(await countByKey(opened.store, { key: two, before: one })).toEqual({
      current: 1,
      before: 1,
      neither: 0,
    });
    await opened.store.shredLetters(1, NOON);
    await start(two);
    await expect(start(one)).rejects.toThrow(/^REFERRAL_KEY is the key before/);
    await expect(start(one, two)).rejects.toThrow(/^REFERRAL_KEY is the key before/);
    await start(three, two);
  });
});

test('a store that was opened to try things out says so to a server with a key', async () => {
  await start();
  await expect(start(two)).rejects.toThrow(/Use an empty DATA_DIR/);

  // Also where the file of that key is elsewhere, as with PostgreSQL.
  rmSync(join(dataDir, 'referral.key'));
  await expect(start(two)).rejects.toThrow(/Use an empty DATA_DIR/);
});

test('such a store can be taken over with the key that was made for it', async () => {
  await start();
  await start(two, loadReferralKey(settings()));
});

test('a key that is lost can be given up, and is welcome again as the one before', async () => {
  await start(one);
  await store('old', one);
  await giveUpKey(opened.store, two, NOON);

  await start(two);
  await start(two, one);
  expect(await countByKey(opened.store, { key: two, before: one })).toMatchObject({ before: 1 });
});
