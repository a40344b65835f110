/**
 * Takes letters that are due, oldest first, as far as they get. A letter is `sending` on the disk before
 * its connection opens, under a lease that is renewed while it is on its way; what becomes of it is
 * written only while that lease is ours. Whoever dies leaves a lease that runs out.
 */
import type { SendMail, SendOutcome } from '../../platform/mail/mail.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import { letterStates } from '../letters/letter-states.ts';
import { prepareLetter } from '../letters/prepare-letter.ts';
import type { Routing } from '../routing/routing.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { LetterChange, ReferralStore, StoredLetter } from '../store/store-port.ts';
import { type BackOff, usualBackOff } from './back-off.ts';
import { createHandOverLock } from './hand-over-lock.ts';
import { createMailGate, type MailOutage } from './mail-gate.ts';
import { releaseWaiting } from './release-waiting.ts';
import { settle } from './settle.ts';

export interface DeliveryOptions {
  store: Pick<
    ReferralStore,
    | 'claimDueLetters'
    | 'settleLetter'
    | 'changeLetter'
    | 'listLetters'
    | 'findReferral'
    | 'findLetters'
  >;
  sealing: Pick<Sealing, 'open'>;
  /** The one in force, asked for at each try. */
  routing: () => Routing;
  send: SendMail;
  /** Told of a letter that no further try will help, and of trouble with the mail server. */
  notify: {
    needsHuman(letter: StoredLetter): Promise<void>;
    outageBegan(outage: MailOutage): Promise<void>;
    /** The mail server takes letters, whatever was wrong before. */
    recovered(): Promise<void>;
  };
  log: DeliveryLog;
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

export type DeliveryLog = Record<
  'info' | 'warn' | 'error',
  (event: string, facts?: Record<string, string | number | boolean | undefined>) => void
>;

export interface Timers {
  /** Calls again and again until the function that it returns is called. */
  every(ms: number, run: () => void): () => void;
  wait(ms: number): Promise<void>;
}

export type DeliverySummary = Record<StoredLetter['state'] | 'lease-lost', number>;

export interface Delivery {
  /** Takes in hand what is due, until nothing is; letters in hand of a call before go on beside it. */
  deliverDue(): Promise<DeliverySummary>;
  /** Takes no more letters; resolves once those in hand are settled, cut short after a while. */
  stop(graceMs: number): Promise<void>;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, log, now, timers, maxInFlight = 8, leaseMs = 60_000 } = options;
  const { backOff = usualBackOff } = options;
  const gate = createMailGate({ maxInFlight, elapsedMs: options.elapsedMs });
  // From the text's first byte until it is noted what became of it: dying there sends a letter twice.
  const requestLock = createHandOverLock({ timers, longestMs: 2_000 });
  const cut = new AbortController();
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
      now: now(),
      leaseMs,
      furthestAheadMs: Math.max(backOff.furthestAheadMs, leaseMs * 2),
      owner,
      limit: 1,
    });
    return letter;
  }

  async function deliver(letter: StoredLetter): Promise<keyof DeliverySummary> {
    const lost = new AbortController();
    const letGo = timers.every(leaseMs / 3, () => {
      store.settleLetter(letter, { leaseUntil: now() + leaseMs }).then(
        (stillLeased) => stillLeased || lost.abort(),
        // The next renewal is in time too; and without a store nobody else claims it.
        () => undefined,
      );
    });
    const lock = requestLock();
    try {
      const signal = AbortSignal.any([cut.signal, lost.signal]);
      const { change, outcome } = await attempt(letter, signal, lock.acquire);
      const stillLeased = await write(letter, change);
      lock.release();
      log.info('letter.tried', {
        letter: letter.id,
        kind: letter.kind,
        tries: letter.attempts,
        stillLeased,
        outcome: change.lastOutcome ?? undefined,
        code: change.lastCode ?? undefined,
      });
      if (outcome) await record(outcome);
      if (!stillLeased) return 'lease-lost';
      if (change.state === 'needs-human') {
        await options.notify.needsHuman({ ...letter, lastOutcome: change.lastOutcome ?? null });
      }
      return change.state ?? 'pending';
    } finally {
      letGo();
      lock.release();
    }
  }

  async function attempt(
    letter: StoredLetter,
    signal: AbortSignal,
    beforeText: () => Promise<void>,
  ): Promise<{ change: LetterChange; outcome?: SendOutcome }> {
    const prepared = await prepareLetter(letter, { ...options, routing: options.routing() });
    if ('change' in prepared) return prepared;
    const { outgoing, sentTo } = prepared;
    let outcome: SendOutcome;
    try {
      outcome = await options.send(outgoing, signal, beforeText);
    } catch {
      // What was thrown may quote the letter.
      log.error('letter.fault', { letter: letter.id, kind: letter.kind });
      const notSent = settle(
        letter,
        { kind: 'not-sent', reason: 'try-later' },
        { now: now(), backOff },
      );
      return { change: { ...notSent, ...sentTo, lastOutcome: 'fault' } };
    }
    if (cut.signal.aborted && outcome.kind === 'not-sent') {
      return { change: { state: 'pending', dueAt: now(), lastOutcome: 'stopped' } };
    }
    return { outcome, change: { ...settle(letter, outcome, { now: now(), backOff }), ...sentTo } };
  }

  async function record(outcome: SendOutcome): Promise<void> {
    const recorded = gate.record(outcome);
    if (!recorded) return;
    if (recorded !== 'recovered') return options.notify.outageBegan(recorded);
    await options.notify.recovered();
    await releaseWaiting(store, now());
  }

  /** Tried until it is written: what happened to a letter must not be forgotten over a full disk. */
  async function write(letter: StoredLetter, change: LetterChange): Promise<boolean> {
    for (;;) {
      try {
        return await store.settleLetter(letter, change);
      } catch (fault) {
        if (!(fault instanceof StoreFault) || cut.signal.aborted) throw fault;
        log.error('letter.not-noted', { letter: letter.id, reason: fault.reason });
        await timers.wait(1_000);
      }
    }
  }
}
