import type { SendOutcome } from '../../platform/mail/mail.ts';

// First soon, since most outages are short; then once a minute, for days if need be.
const PROBE_WAITS_MS = [5_000, 15_000, 30_000, 60_000];

/** What keeps every letter back alike. */
export type MailOutage =
  | 'login'
  | 'sender-refused'
  | 'tls'
  | 'unreachable'
  | 'no-greeting'
  | 'busy';

/**
 * A circuit breaker: keeps letters back while the mail server takes none: one at a time tries whether it does again, the
 * others wait without losing a try or their turn.
 */
export interface MailGate {
  /** How many letters may be taken beside those that are in flight. */
  freeSlots(inFlight: number): number;
  /** Notes how a try ended: the outage that began with it, or 'recovered' when letters are taken again. */
  record(outcome: SendOutcome): MailOutage | 'recovered' | undefined;
}

export function createMailGate(about: { maxInFlight: number; elapsedMs: () => number }): MailGate {
  // What a worker before this one met may be over.
  let knownHealthy = false;
  let shut: { outage: MailOutage; probes: number; nextProbeAt: number } | undefined;
  return {
    freeSlots(inFlight) {
      if (!shut) return Math.max(0, about.maxInFlight - inFlight);
      return inFlight === 0 && about.elapsedMs() >= shut.nextProbeAt ? 1 : 0;
    },
    record(outcome) {
      const before = shut;
      const outage = findOutage(outcome);
      if (!outage) {
        // What may be so for one mailbox alone, and a lost connection, say nothing about the next one.
        if (isOfOneLetter(outcome) || (knownHealthy && !before)) return undefined;
        knownHealthy = true;
        shut = undefined;
        return 'recovered';
      }
      const at = about.elapsedMs();
      // Letters that were on their way when the outage began are no probes of whether it is over.
      const isProbe = before !== undefined && at >= before.nextProbeAt;
      const probes = before ? before.probes + (isProbe ? 1 : 0) : 0;
      const wait = PROBE_WAITS_MS[Math.min(probes, PROBE_WAITS_MS.length - 1)] ?? 0;
      const nextProbeAt = before && !isProbe ? before.nextProbeAt : at + wait;
      shut = { outage, probes, nextProbeAt };
      return before?.outage === outage ? undefined : outage;
    },
  };
}

function findOutage(outcome: SendOutcome): MailOutage | undefined {
  if (outcome.kind !== 'not-sent') return undefined;
  if (outcome.reason === 'account-refused' || outcome.reason === 'hung-up') return undefined;
  if (outcome.reason !== 'try-later') return outcome.reason;
  // The server closes, or cannot check logins: not about this letter.
  return outcome.code === 421 || outcome.code === 454 ? 'busy' : undefined;
}

function isOfOneLetter(outcome: SendOutcome): boolean {
  if (outcome.kind === 'maybe-sent') return true;
  return (
    outcome.kind === 'not-sent' &&
    (outcome.reason === 'account-refused' || outcome.reason === 'hung-up')
  );
}
