/**
 * Takes letters that are due, oldest first, as far as they get. A letter is `sending` on the disk before
 * its connection opens, under a lease that is renewed while it is on its way; what becomes of it is
 * written only while that lease is ours. Whoever dies leaves a lease that runs out.
 */
import type { Log } from '../../platform/log.ts';
import type { SendMail, SendOutcome } from '../../platform/mail/mail.ts';
import type { Randomness } from '../../platform/secrets/randomness.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import { drawEnvelopeId } from '../letters/envelope-id.ts';
import { letterStates } from '../letters/letter-states.ts';
import { OTHER_KEY } from '../letters/prepare-letter.ts';
import type { Routing } from '../routing/routing.ts';
import type { ReferralStore, StoredLetter } from '../store/store-port.ts';
import { type BackOff, usualBackOff } from './back-off.ts';
import { createHandOverLock } from './hand-over-lock.ts';
import { holdLease } from './hold-lease.ts';
import { createMailGate, type MailOutage } from './mail-gate.ts';
import { releaseAccountRefused, releaseWaiting } from './release-waiting.ts';
import type { Timers } from './timers.ts';
import { type TryResult, tryLetter } from './try-letter.ts';

export interface DeliveryOptions {
  store: Pick<
    ReferralStore,
    | 'claimDueLetters'
    | 'settleLetter'
    | 'renewLease'
    | 'changeLetter'
    | 'listLetters'
    | 'findReferral'
    | 'findLetters'
    | 'findMarker'
  >;
  sealing: Pick<Sealing, 'open'>;
  /** False: others were given a new key since, and can open what this worker cannot. */
  isOwnKeyInForce?: () => Promise<boolean>;
  /** The one in force, asked for at each try. */
  routing: () => Routing;
  send: SendMail;
  /** Called for a letter that no further try will help, and for outages of the mail server. */
  notify: {
    needsHuman(letter: StoredLetter): Promise<void>;
    outageBegan(outage: MailOutage): Promise<void>;
    /** The mail server takes letters, whatever was wrong before. */
    recovered(): Promise<void>;
  };
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  randomness: Pick<Randomness, 'token' | 'hash'>;
  now: () => number;
  elapsedMs: () => number;
  timers: Timers;
  /** Unique to this worker. */
  worker: string;
  /** Letters on their way at once. */
  maxInFlight?: number;
  leaseMs?: number;
  backOff?: BackOff;
}

export type DeliverySummary = Record<StoredLetter['state'] | 'lease-lost', number>;

export interface Delivery {
  /** Takes what is due, until nothing is; letters in flight of a call before go on beside it. */
  deliverDue(): Promise<DeliverySummary>;
  /** Takes no more letters; resolves once those in flight are settled, cut short after a while. */
  stop(graceMs: number): Promise<void>;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, now, timers, maxInFlight = 8, leaseMs = 60_000, backOff = usualBackOff } = options;
  const gate = createMailGate({ maxInFlight, elapsedMs: options.elapsedMs });
  // From the text's first byte until it is noted what became of it: dying there sends a letter twice.
  const requestLock = createHandOverLock({ timers, longestMs: 2_000 });
  const cut = new AbortController();
  const parts = { ...options, leaseMs, backOff, cut: cut.signal };
  const inHand = new Set<string>();
  const leftToOthers = new Set<string>();
  let inFlight = 0;
  let claims = 0;
  let stopping = false;

  return {
    async deliverDue() {
      const none = [...letterStates, 'lease-lost'].map((name) => [name, 0]);
      const summary: DeliverySummary = Object.fromEntries(none);
      const runs: Promise<void>[] = [];
      const faults: unknown[] = [];
      // Heard at once: while the first of them still writes, another's fault would end the process.
      const start = () => runs.push(run().catch((fault) => void faults.push(fault)));
      const run = async () => {
        while (!stopping && gate.freeSlots(inFlight) > 0) {
          inFlight += 1;
          try {
            const letter = await claim();
            if (!letter) return;
            // There may be more, and room for them.
            start();
            summary[await deliver(letter)] += 1;
          } finally {
            inFlight -= 1;
          }
        }
      };
      start();
      for (const each of runs) await each;
      if (faults.length > 0) throw faults[0];
      return summary;
    },

    async stop(graceMs) {
      stopping = true;
      const until = options.elapsedMs() + graceMs;
      while (inFlight > 0) {
        if (options.elapsedMs() >= until) cut.abort();
        await timers.wait(20);
      }
    },
  };

  async function claim(): Promise<StoredLetter | undefined> {
    claims += 1;
    // An owner for each claim: a worker that slept through a lease must not take itself for the next.
    const owner = `${options.worker}.${claims}`;
    const [letter] = await store.claimDueLetters({
      leaseMs,
      owner,
      envelopeId: drawEnvelopeId(options.randomness),
      limit: 1,
      except: [...inHand, ...leftToOthers],
    });
    return letter;
  }

  async function deliver(letter: StoredLetter): Promise<keyof DeliverySummary> {
    const lease = holdLease(letter, parts);
    const lock = requestLock();
    inHand.add(letter.id);
    try {
      const signal = AbortSignal.any([cut.signal, lease.lost]);
      const result = await tryLetter(letter, parts, { signal, beforeText: lock.acquire });
      const stillLeased = await lease.settle(result.change);
      lock.release();
      return await follow(letter, result, stillLeased);
    } finally {
      inHand.delete(letter.id);
      lease.stopRenewing();
      lock.release();
    }
  }

  /** What a try asks of others, once it is written down. */
  async function follow(
    letter: StoredLetter,
    { change, outcome }: TryResult,
    stillLeased: boolean,
  ): Promise<keyof DeliverySummary> {
    options.log.info('letter.tried', {
      letter: letter.id,
      kind: letter.kind,
      tries: letter.attempts,
      kept: stillLeased,
      outcome: change.lastOutcome ?? undefined,
      code: change.lastCode ?? undefined,
    });
    if (change.lastOutcome === OTHER_KEY) leftToOthers.add(letter.id);
    if (outcome) await record(outcome);
    if (change.state === 'handed-over') await releaseAccountRefused(store, now(), letter);
    if (!stillLeased) return 'lease-lost';
    if (change.state === 'needs-human') {
      await options.notify.needsHuman({ ...letter, lastOutcome: change.lastOutcome ?? null });
    }
    return change.state ?? 'pending';
  }

  async function record(outcome: SendOutcome): Promise<void> {
    const recorded = gate.record(outcome);
    if (!recorded) return;
    if (recorded !== 'recovered') return options.notify.outageBegan(recorded);
    await options.notify.recovered();
    await releaseWaiting(store, now());
  }
}
