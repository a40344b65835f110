/** Covers src/platform/sqlite/free-space.ts. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDiskReserve } from '../../../../src/platform/sqlite/disk-reserve.ts';
import { StoreFault } from '../../../../src/referral/store/store-fault.ts';
import { aLetterRow, aReferralRow, aStore, NOON } from '../../../support/referral/a-store.ts';

const KIB = 1024;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reserve-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('room is kept, given up once, and taken back', async () => {
  const folder = aFolder();
  const reserve = createDiskReserve(folder, 64 * KIB);
  expect(reserve.isInUse()).toBe(false);
  expect(reserve.release()).toBe(false);

  expect(await reserve.refill()).toBe('ready');
  expect(statSync(join(folder, 'referrals.reserve')).size).toBe(64 * KIB);
  expect([reserve.release(), reserve.isInUse(), reserve.release()]).toEqual([true, true, false]);

  expect(await reserve.refill()).toBe('ready');
  expect(reserve.isInUse()).toBe(false);
});

test('none is taken where there is not twice as much', async () => {
  const folder = aFolder();
  const tooMuch = createDiskReserve(folder, Number.MAX_SAFE_INTEGER);
  expect(await tooMuch.refill()).toBe('none');

  writeFileSync(join(folder, 'referrals.reserve'), '');
  expect(await tooMuch.refill()).toBe('in-use');
});

test('a part that a crash left does not count as room that is kept', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'referrals.reserve'), '');
  writeFileSync(join(folder, 'referrals.reserve.new'), 'part');
  const reserve = createDiskReserve(folder, 64 * KIB);
  expect(reserve.isInUse()).toBe(true);

  expect(await reserve.refill()).toBe('ready');
});

test('while it is in use no referral is stored, and what was stored can be sent', async () => {
  const { store, dataDir, discard } = await aStore({ clock: { now: NOON } });
  onTestFinished(discard);
  await store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
  writeFileSync(join(dataDir, 'referrals.reserve'), '');

  await expect(store.insertReferral(aReferralRow('b'), [aLetterRow('b')])).rejects.toEqual(
    new StoreFault('full', 'not-stored'),
  );
  expect(await store.isWritable()).toBe(false);
  const [letter] = await store.claimDueLetters({
    leaseMs: 60_000,
    owner: 'worker',
    limit: 1,
  });
  if (!letter) throw new Error('No letter was due');
  expect(await store.settleLetter(letter, { state: 'handed-over', handedOverAt: NOON })).toBe(true);
});
