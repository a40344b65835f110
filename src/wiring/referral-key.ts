import type { Config } from '../platform/config.ts';
import { deriveKey } from '../platform/secrets/derived-key.ts';
import { findKeyFile, loadKeyFile } from '../platform/secrets/key-file.ts';

type KeySettings = Pick<Config, 'referralKey' | 'dataDir'>;

/** The key of one purpose, and the one before it, if there is one. */
export function deriveKeys(
  keys: { key: Buffer; before: Buffer | undefined },
  purpose: string,
): { key: Buffer; keyBefore: Buffer | undefined } {
  return {
    key: deriveKey(keys.key, purpose),
    keyBefore: keys.before && deriveKey(keys.before, purpose),
  };
}

/** What locks texts from now on, and what else may open them. */
export function loadReferralKeys(config: KeySettings & Pick<Config, 'referralKeyBefore'>) {
  return { key: loadReferralKey(config), before: config.referralKeyBefore };
}

/**
 * The key that all keys of referrals are made of: REFERRAL_KEY, or the one that was made in DATA_DIR when
 * first needed. Throws a ConfigurationError if that file holds none.
 */
export function loadReferralKey({ referralKey, dataDir }: KeySettings): Buffer {
  return referralKey ?? loadKeyFile(keyPath(dataDir));
}

/** The same without making one. */
export function findReferralKey({ referralKey, dataDir }: KeySettings): Buffer | undefined {
  return referralKey ?? findKeptKey({ dataDir });
}

/** The one that was made in DATA_DIR, whatever else is given. */
export function findKeptKey({ dataDir }: Pick<KeySettings, 'dataDir'>): Buffer | undefined {
  return findKeyFile(keyPath(dataDir));
}

function keyPath(dataDir: string): string {
  return `${dataDir}/referral.key`;
}
