import type { Log } from '../platform/log.ts';
import { type AcceptParts, createAccept } from './accept.ts';
import { createProgress, type ProgressParts } from './progress.ts';
import type { Referrals } from './referrals.ts';
import { StoreFault } from './store-fault.ts';
import type { ReferralStore } from './store-port.ts';

export type ReferralsParts = Omit<AcceptParts & ProgressParts, 'store' | 'log' | 'hash'> & {
  /** Opened when first needed, again after it failed. */
  openStore: () => Promise<ReferralStore>;
  rowsMissing: () => number;
  log: Pick<Log, 'error'>;
};

// Anyone may ask for /health, and each question writes to the disk.
const HEALTH_FOR_MS = 5000;

/** Pages need not know whether the store could be opened: they are told the same as when it fails. */
export function createReferrals({ openStore, ...parts }: ReferralsParts): Referrals {
  async function open(): Promise<ReferralStore> {
    try {
      return await openStore();
    } catch (fault) {
      const known = fault instanceof StoreFault ? fault : new StoreFault('other', 'not-stored');
      parts.log.error('referral.store-not-opened', { reason: known.reason });
      throw known;
    }
  }

  const progress = async () =>
    createProgress({ ...parts, hash: parts.randomness.hash, store: await open() });
  let health: { at: number; found: ReturnType<Referrals['health']> } | undefined;

  return {
    accept: async (...asked) => {
      const store = await open().catch(() => undefined);
      return store ? createAccept({ ...parts, store })(...asked) : { kind: 'not-saved' };
    },
    findProgress: async (token) => (await progress()).findProgress(token),
    findToAcknowledge: async (token) => (await progress()).findToAcknowledge(token),
    acknowledge: async (token) => (await progress()).acknowledge(token),
    health() {
      const at = parts.now();
      // A clock set back would keep an answer for as long.
      if (!health || Math.abs(at - health.at) >= HEALTH_FOR_MS) health = { at, found: look() };
      return health.found;
    },
  };

  async function look() {
    const store = await open();
    const counts = await store.counts();
    return { counts, writable: await store.check(), rowsMissing: parts.rowsMissing() };
  }
}
