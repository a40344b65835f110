import type { ReferralStore } from './store-port.ts';

// A mail server that took a letter may send it back for some days.
const KEEP_MS = 7 * 24 * 3_600_000;
const AT_ONCE = 200;

/**
 * Destroys the texts of letters a week after they were handed over, the resident's copy with them, and
 * never those of others. Done in small steps, each of which may be the last before a crash.
 */
export function createRetention(about: {
  store: Pick<ReferralStore, 'shredHandedOver'>;
  now: () => number;
}) {
  return async (): Promise<number> => {
    let [total, shredded] = [0, 0];
    do {
      const now = about.now();
      const handedOverBefore = now - KEEP_MS;
      shredded = await about.store.shredHandedOver({ handedOverBefore, now, limit: AT_ONCE });
      total += shredded;
    } while (shredded > 0);
    return total;
  };
}
