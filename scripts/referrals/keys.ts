import type { Config } from '../../src/platform/config.ts';
import { nameDatabase } from '../../src/platform/open-database.ts';
import { countWaiting, leaveToPerson } from '../../src/referral/operator/mark-restored.ts';
import type { OperatorResult } from '../../src/referral/operator/operator-result.ts';
import type { ReferralStore } from '../../src/referral/store/store-port.ts';
import {
  countByKey,
  giveUpKey,
  isKeyInForce,
  noteKeyBeforeOver,
} from '../../src/wiring/key-in-force.ts';
import { findReferralKey } from '../../src/wiring/referral-key.ts';

export type KeySettings = Pick<
  Config,
  'dataDir' | 'databaseUrl' | 'referralKey' | 'referralKeyBefore'
>;

/** Which texts are locked with which key, and whether the one before can go. */
export async function describeKeys(
  store: ReferralStore,
  config: KeySettings,
  now: number,
): Promise<OperatorResult> {
  const key = findReferralKey(config);
  if (!key) return { ok: false, message: 'REFERRAL_KEY is not set, and no key is in DATA_DIR.' };
  const before = config.referralKeyBefore;
  const counts = await countByKey(store, { key, before });
  const rows = [
    `texts locked with REFERRAL_KEY         ${counts.current}`,
    `texts locked with REFERRAL_KEY_BEFORE  ${counts.before}`,
    `texts that neither unlocks             ${counts.neither}`,
  ];
  if (!before) return { ok: true, lines: rows };
  if (!(await isKeyInForce(store, { ...config, referralKey: key }))) {
    return {
      ok: true,
      lines: [...rows, 'No server took REFERRAL_KEY into use yet: restart them.'],
    };
  }
  if (counts.before > 0) {
    return {
      ok: true,
      lines: [...rows, 'REFERRAL_KEY_BEFORE must stay until those are destroyed.'],
    };
  }
  await noteKeyBeforeOver(store, now);
  return {
    ok: true,
    lines: [...rows, 'REFERRAL_KEY_BEFORE can go: take it from the settings of every server.'],
  };
}

/** Begins anew with another key where the one of the store is lost. Asked twice. */
export async function decideKeyLost({
  store,
  config,
  yes,
  now,
  operator,
}: {
  store: ReferralStore;
  config: KeySettings;
  yes: string | undefined;
  now: number;
  operator: string;
}): Promise<OperatorResult> {
  const key = config.referralKey;
  if (!key) return { ok: false, message: 'Set REFERRAL_KEY to the new key first.' };
  const { neither } = await countByKey(store, { key, before: config.referralKeyBefore });
  if (neither === 0 || (await isKeyInForce(store, config))) {
    return { ok: false, message: 'The keys that are given open these referrals: none is lost.' };
  }
  const name = nameDatabase(config);
  if (yes !== name) {
    return {
      ok: false,
      message: [
        ...(yes === undefined ? [] : [`"${yes}" is not this store.`]),
        `${name}: ${neither} texts are locked with a key that is not here. Nobody can read or send them any more, unless it is found.`,
        `${await countWaiting(store)} letters wait. Each will need a person; "list" names them with practice and time.`,
        'New referrals are then locked with REFERRAL_KEY.',
        `To do that: key-lost --yes ${name}`,
        'Nothing was changed.',
      ].join('\n'),
    };
  }
  const left = await leaveToPerson(store, 'key-lost', { now, operator });
  await giveUpKey(store, key, now);
  return {
    ok: true,
    lines: [
      `${left} letters need a person now: ring their practices and teams with the references ("list").`,
      'The server can start with REFERRAL_KEY. If the lost key is found, set it as REFERRAL_KEY_BEFORE, restart, and "retry" each.',
    ],
  };
}
