import type { Config } from '../../src/platform/config.ts';
import { checkValueOf } from '../../src/platform/secrets/derived-key.ts';
import { createSealing } from '../../src/platform/secrets/sealing.ts';
import type { OperatorParts } from '../../src/referral/operator/operator.ts';
import type { ReferralStore } from '../../src/referral/store/store-port.ts';
import { deriveKeys, findReferralKey } from '../../src/wiring/referral-key.ts';

const CANNOT_BE_READ =
  'What was written cannot be read; references, practices and times can, so that people can be rung.';

/** The key that texts of this store are locked with; or why it is not here. None is made. */
export async function findKey(
  store: Pick<ReferralStore, 'findMarker'>,
  config: Pick<Config, 'dataDir' | 'referralKey' | 'referralKeyBefore'>,
): Promise<OperatorParts['key']> {
  const key = findReferralKey(config);
  if (!key) {
    return { problem: `REFERRAL_KEY is not set, and no key is in DATA_DIR. ${CANNOT_BE_READ}` };
  }
  const before = config.referralKeyBefore;
  const used = (await store.findMarker('referral-key'))?.value;
  if (used === undefined || used === checkValueOf(key)) return toSealing(key, before);
  // No server took the new key into use yet: one that runs could not open what it locks.
  if (before && used === checkValueOf(before)) return toSealing(before, key);
  return {
    problem: `REFERRAL_KEY is not the key that the stored referrals are locked with. ${CANNOT_BE_READ}`,
  };
}

function toSealing(key: Buffer, other: Buffer | undefined) {
  const derived = deriveKeys({ key, before: other }, 'letter keys');
  return { sealing: createSealing(derived.key, derived.keyBefore) };
}
