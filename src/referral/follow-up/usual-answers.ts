import type { Referrals } from '../referrals.ts';
import type { ReferralStore } from '../store/store-port.ts';
import { COUNTED_FROM_MS, findUsualAnswers, type UsualAnswer } from './answer-times.ts';

export interface UsualAnswersParts {
  openStore: () => Promise<Pick<ReferralStore, 'listAnswerTimes'>>;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

const KEPT_MS = 10 * 60_000;
// The form's pages need the store for nothing else, and shall not stand still because it is slow.
const MOST_WAIT_MS = 250;

/** How soon teams usually answer, worked out for all of them at once and kept for some minutes. */
export function createUsualAnswers({
  openStore,
  now,
  wait,
}: UsualAnswersParts): Referrals['findUsualAnswer'] {
  let known: ReadonlyMap<string, UsualAnswer> = new Map();
  let asked: { at: number; found: Promise<void> } | undefined;

  async function measure(at: number): Promise<void> {
    try {
      const store = await openStore();
      known = findUsualAnswers(
        await store.listAnswerTimes({ acceptedFrom: at - COUNTED_FROM_MS }),
        at,
      );
    } catch {
      // What the page is for says that the store cannot be read; this it can do without.
      known = new Map();
    }
  }

  return async (team) => {
    const at = now();
    // A clock set back would keep an answer for as long.
    if (!asked || Math.abs(at - asked.at) >= KEPT_MS) asked = { at, found: measure(at) };
    await Promise.race([asked.found, wait(MOST_WAIT_MS)]);
    return known.get(team);
  };
}
