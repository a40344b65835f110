import type { Config } from '../platform/config.ts';
import { findKeyFile, loadKeyFile } from '../platform/secrets/key-file.ts';

type KeySettings = Pick<Config, 'referralKey' | 'dataDir'>;

/**
 * The key that all keys of referrals are made of: REFERRAL_KEY, or the one that was made in DATA_DIR when
 * first needed. Throws a ConfigurationError if that file holds none.
 */
export function loadReferralKey({ referralKey, dataDir }: KeySettings): Buffer {
  return referralKey ?? loadKeyFile(keyPath(dataDir));
}

/** The same without making one. */
export function findReferralKey({ referralKey, dataDir }: KeySettings): Buffer | undefined {
  return referralKey ?? findKeyFile(keyPath(dataDir));
}

function keyPath(dataDir: string): string {
  return `${dataDir}/referral.key`;
}
