/** Ties a store to the key that its texts are locked with, and takes a new one into use. */
import type { Config } from '../platform/config.ts';
import { DatabaseRefused } from '../platform/database-refused.ts';
import { checkValueOf } from '../platform/secrets/derived-key.ts';
import { createSealing } from '../platform/secrets/sealing.ts';
import type { ReferralStore } from '../referral/store/store-port.ts';
import { deriveKeys, findKeptKey, loadReferralKeys } from './referral-key.ts';

/** The check value of the key that texts are locked with from now on. */
const KEY = 'referral-key';
/** That of the key before it, while texts may still be locked with it; then the same after `OVER`. */
const KEY_BEFORE = 'referral-key-before';
const OVER = 'over ';
/** The key was made in DATA_DIR: by a site that was tried out. */
const MADE_HERE = 'referral-key-made-here';

type KeyConfig = Pick<Config, 'referralKey' | 'referralKeyBefore' | 'dataDir'>;
type Markers = Pick<ReferralStore, 'findMarker' | 'claimMarker' | 'setMarkerIfAbsent'>;

/**
 * With another key nothing that waits could be opened. One that replaces the key that is given as the one
 * before becomes the key of the store. Throws a DatabaseRefused that says what to do.
 */
export async function takeKeyIntoUse(
  store: Markers & Pick<ReferralStore, 'listWrappedKeys'>,
  config: KeyConfig,
  now: number,
): Promise<void> {
  const keys = loadReferralKeys(config);
  const own = checkValueOf(keys.key);
  const before = keys.before && checkValueOf(keys.before);
  const isNew = (await store.findMarker(KEY)) === undefined;
  const used = await store.setMarkerIfAbsent(KEY, own, now);
  if (isNew && !config.referralKey) await store.claimMarker(MADE_HERE, 'yes', now);
  const usedBefore = (await store.findMarker(KEY_BEFORE))?.value;
  if (used === own) {
    const mayNeedBefore = usedBefore !== undefined && !usedBefore.startsWith(OVER);
    return mayNeedBefore && !before ? requireNoneBefore(store, keys, now) : undefined;
  }
  // Others have the new key as theirs, and this process has it as the other one: it opens all there is.
  if (used === before && usedBefore === own) return;
  if (used !== before || usedBefore === OVER + own)
    throw await explainRefusal(store, config, { own, used, usedBefore });
  await store.claimMarker(KEY_BEFORE, before, now);
  await store.claimMarker(KEY, own, now);
}

/** Whether the store is tied to this key, and no other was taken into use since. */
export async function isKeyInForce(
  store: Pick<ReferralStore, 'findMarker'>,
  config: KeyConfig,
): Promise<boolean> {
  const used = await store.findMarker(KEY);
  return used === undefined || used.value === checkValueOf(loadReferralKeys(config).key);
}

/** For a key that is lost: the store is tied to the one that is given, and what was locked stays so. */
export async function giveUpKey(store: Markers, key: Buffer, now: number): Promise<void> {
  const lost = (await store.findMarker(KEY))?.value ?? '';
  await store.claimMarker(KEY_BEFORE, OVER + lost, now);
  await store.claimMarker(KEY, checkValueOf(key), now);
}

/** How many texts that are kept are locked with which key; `neither`: damaged, or with one that is not given. */
export async function countByKey(
  store: Pick<ReferralStore, 'listWrappedKeys'>,
  keys: ReturnType<typeof loadReferralKeys>,
): Promise<Record<'current' | 'before' | 'neither', number>> {
  const { key, keyBefore } = deriveKeys(keys, 'letter keys');
  const sealing = createSealing(key, keyBefore);
  const counts = { current: 0, before: 0, neither: 0 };
  for (const { id, wrappedKey } of await store.listWrappedKeys()) {
    counts[sealing.keyOf(id, wrappedKey) ?? 'neither'] += 1;
  }
  return counts;
}

/** Notes that the key before is needed no more. */
export async function noteKeyBeforeOver(store: Markers, now: number): Promise<void> {
  const before = (await store.findMarker(KEY_BEFORE))?.value;
  if (before && !before.startsWith(OVER)) await store.claimMarker(KEY_BEFORE, OVER + before, now);
}

async function requireNoneBefore(
  store: Markers & Pick<ReferralStore, 'listWrappedKeys'>,
  keys: ReturnType<typeof loadReferralKeys>,
  now: number,
): Promise<void> {
  const { neither } = await countByKey(store, keys);
  if (neither === 0) return noteKeyBeforeOver(store, now);
  throw new DatabaseRefused(
    `REFERRAL_KEY_BEFORE is still needed: ${neither} texts are locked with the key before. Put it back until ` +
      '"npm run referrals -- key" says that it can go.',
  );
}

async function explainRefusal(
  store: Markers,
  config: KeyConfig,
  { own, used, usedBefore }: { own: string; used: string; usedBefore: string | undefined },
): Promise<DatabaseRefused> {
  if (usedBefore === own || usedBefore === OVER + own) {
    return new DatabaseRefused(
      'REFERRAL_KEY is the key before: it was replaced. Set REFERRAL_KEY to the new one, and REFERRAL_KEY_BEFORE to this one.',
    );
  }
  const kept = findKeptKey(config);
  const isMadeHere =
    (kept && checkValueOf(kept) === used) || (await store.findMarker(MADE_HERE)) !== undefined;
  return new DatabaseRefused(
    isMadeHere && usedBefore === undefined
      ? 'The referrals here are locked with a key that was made while the site was tried out, without REFERRAL_KEY. ' +
          'Use an empty DATA_DIR (and an empty database) for real ones.'
      : 'REFERRAL_KEY is not the key that the stored referrals are locked with. Put back the one that was used; if it is ' +
          'lost, see docs/run-referrals.md.',
  );
}
