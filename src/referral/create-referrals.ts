import { type AcceptParts, createAccept } from './accept.ts';
import { findWorkerAlerts } from './delivery/worker-health.ts';
import { type AlertName, findMailRefusedSince } from './follow-up/alerts.ts';
import { createProgress, type ProgressParts } from './follow-up/progress.ts';
import { createUsualAnswers, type UsualAnswersParts } from './follow-up/usual-answers.ts';
import { findBackedUpAt } from './operator/backed-up-at.ts';
import type { Referrals } from './referrals.ts';
import { remedyOf, StoreFault } from './store/store-fault.ts';
import type { ReferralStore } from './store/store-port.ts';

export type ReferralsParts = Omit<
  AcceptParts & ProgressParts & UsualAnswersParts,
  'openStore' | 'hash'
> & {
  /** Opened when first needed, again after it failed. */
  openStore: () => Promise<ReferralStore>;
  rowsMissing: () => number;
  isRoutingRefused: () => boolean;
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
      parts.log.error('referral.store-not-opened', {
        reason: known.reason,
        ...remedyOf(known.reason),
      });
      throw known;
    }
  }

  const progress = createProgress({ ...parts, hash: parts.randomness.hash, openStore: open });
  let health: { at: number; found: ReturnType<Referrals['health']> } | undefined;

  return {
    accept: createAccept({ ...parts, openStore: open }),
    ...progress,
    findUsualAnswer: createUsualAnswers({ ...parts, openStore: open }),
    health() {
      const at = parts.now();
      // A clock set back would keep an answer for as long.
      if (!health || Math.abs(at - health.at) >= HEALTH_FOR_MS)
        health = { at, found: measureHealth() };
      return health.found;
    },
  };

  async function measureHealth() {
    const store = await open();
    // Looks at the file, which may be the only one to do so for hours.
    parts.routing();
    const counts = await store.counts();
    const alerts: string[] = await findWorkerAlerts(store, parts.now());
    // The worker tells of it within a minute, if there is one.
    if (await store.findRestore()) alerts.push('restored-undecided' satisfies AlertName);
    // The worker tells of it too, but this process may be the one that cannot read the file.
    if (parts.isRoutingRefused()) alerts.push('routing-refused' satisfies AlertName);
    return {
      counts,
      writable: await store.isWritable(),
      rowsMissing: parts.rowsMissing(),
      troubles: [...new Set(alerts)],
      mailRefusedSince: await findMailRefusedSince(store),
      backedUpAt: await findBackedUpAt(store),
    };
  }
}
