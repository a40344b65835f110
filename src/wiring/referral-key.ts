import type { Config } from '../platform/config.ts';
import { loadKeyFile } from '../platform/secrets/key-file.ts';

/**
 * The key that all keys of referrals are made of: REFERRAL_KEY, or the one that was made in DATA_DIR when
 * first needed. Throws a ConfigurationError if that file holds none.
 */
export function loadReferralKey({
  referralKey,
  dataDir,
}: Pick<Config, 'referralKey' | 'dataDir'>): Buffer {
  return referralKey ?? loadKeyFile(`${dataDir}/referral.key`);
}
