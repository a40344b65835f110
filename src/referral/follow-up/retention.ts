import type { Log } from '../../platform/log.ts';
import type { HandedOverReferral, ReferralStore } from '../store/store-port.ts';
import { findFallbackNotifiedAt, mayDestroyFrom } from './confirmation.ts';

export interface RetentionOptions {
  store: Pick<
    ReferralStore,
    'listHandedOverTexts' | 'findLetters' | 'shredTexts' | 'shredWithoutAnswers' | 'shredReports'
  >;
  log: Pick<Log, 'warn'>;
  now: () => number;
}

const DAY_MS = 24 * 3_600_000;
// A mail server that took a letter may send it back for some days.
const RETAINED_AFTER_HAND_OVER_MS = 7 * DAY_MS;
// Tries end after five days; the rest is for who looks into it.
const RETAINED_UNSENT_MS = 14 * DAY_MS;
// An editor who cleared a report by mistake may still look at it.
const REPORT_RETAINED_AFTER_CLEARED_MS = 14 * DAY_MS;
// What nobody has dealt with in half a year is told better by asking the organisation.
const REPORT_RETAINED_MS = 180 * DAY_MS;
const AT_ONCE = 200;

/**
 * Destroys texts that nobody needs any more. What a resident wrote: when a person said that they have
 * it, or had the time to ask for it (confirmation.ts), and never before. What was told to the editors: when they
 * are done with it, or after half a year. Done in small steps, each of
 * which may be the last before a crash. Resolves to how many.
 */
export function createRetention({ store, log, now }: RetentionOptions) {
  return async (): Promise<number> => {
    const due: HandedOverReferral[] = [];
    for (const handedOver of await store.listHandedOverTexts())
      if (await isDue(handedOver)) due.push(handedOver);
    let total = 0;
    for (let begin = 0; begin < due.length; begin += AT_ONCE) {
      total += await shred(due.slice(begin, begin + AT_ONCE));
    }
    return total + (await shredWithoutAnswers()) + (await shredReports());
  };

  async function shredReports(): Promise<number> {
    const at = now();
    return repeat(() =>
      store.shredReports({
        clearedBefore: at - REPORT_RETAINED_AFTER_CLEARED_MS,
        receivedBefore: at - REPORT_RETAINED_MS,
        now: at,
        limit: AT_ONCE,
      }),
    );
  }

  async function isDue({ referral, letter }: HandedOverReferral): Promise<boolean> {
    const { acknowledgedAt, escalatedAt, sequence } = referral;
    const letters = escalatedAt === null ? [] : await store.findLetters(sequence);
    const from = mayDestroyFrom({
      handedOverAt: letter.handedOverAt,
      acknowledgedAt,
      fallbackNotifiedAt: findFallbackNotifiedAt(letter, letters),
    });
    return from !== undefined && now() >= from;
  }

  async function shred(due: readonly HandedOverReferral[]): Promise<number> {
    const shredded = await store.shredTexts({
      letters: due.map(({ letter }) => letter),
      now: now(),
    });
    for (const { referral, letter } of due) {
      if (referral.acknowledgedAt !== null || !shredded.includes(letter.id)) continue;
      log.warn('referral.never-confirmed', { reference: referral.reference });
    }
    return shredded.length;
  }

  async function shredWithoutAnswers(): Promise<number> {
    const at = now();
    return repeat(() =>
      store.shredWithoutAnswers({
        handedOverBefore: at - RETAINED_AFTER_HAND_OVER_MS,
        withdrawnCreatedBefore: at - RETAINED_UNSENT_MS,
        now: at,
        limit: AT_ONCE,
      }),
    );
  }
}

/** A step of work, until one finds nothing to do. Resolves to how many all of them did. */
async function repeat(step: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let done = await step(); done > 0; done = await step()) total += done;
  return total;
}
