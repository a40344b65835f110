import type { SendOutcome } from '../../platform/mail/mail.ts';

// First soon, since most troubles are short; then once a minute, for days if need be.
const PROBE_WAITS_MS = [5_000, 15_000, 30_000, 60_000];

/** Trouble that meets every letter alike. */
export type MailTrouble =
  | 'login'
  | 'sender-refused'
  | 'tls'
  | 'unreachable'
  | 'no-greeting'
  | 'busy';

/**
 * Keeps letters back while the mail server takes none: one at a time tries whether it does again, the
 * others wait without losing a try or their turn.
 */
export interface MailGate {
  /** How many letters may be taken in hand beside those that are. */
  free(inHand: number): number;
  /** Learns from a try: the trouble that began with it, or 'well' when letters are taken again. */
  learn(outcome: SendOutcome): MailTrouble | 'well' | undefined;
}

export function createMailGate(about: { most: number; elapsedMs: () => number }): MailGate {
  // What a worker before this one met may be over.
  let knownWell = false;
  let shut: { trouble: MailTrouble; probes: number; nextProbeAt: number } | undefined;
  return {
    free(inHand) {
      if (!shut) return Math.max(0, about.most - inHand);
      return inHand === 0 && about.elapsedMs() >= shut.nextProbeAt ? 1 : 0;
    },
    learn(outcome) {
      const before = shut;
      const trouble = troubleIn(outcome);
      if (!trouble) {
        // A lost connection says nothing about the next one.
        if (outcome.kind === 'maybe-sent' || (knownWell && !before)) return undefined;
        knownWell = true;
        shut = undefined;
        return 'well';
      }
      const at = about.elapsedMs();
      // Letters that were on their way when the trouble began are no probes of whether it is over.
      const isProbe = before !== undefined && at >= before.nextProbeAt;
      const probes = before ? before.probes + (isProbe ? 1 : 0) : 0;
      const wait = PROBE_WAITS_MS[Math.min(probes, PROBE_WAITS_MS.length - 1)] ?? 0;
      const nextProbeAt = before && !isProbe ? before.nextProbeAt : at + wait;
      shut = { trouble, probes, nextProbeAt };
      return before?.trouble === trouble ? undefined : trouble;
    },
  };
}

function troubleIn(outcome: SendOutcome): MailTrouble | undefined {
  if (outcome.kind !== 'not-sent') return undefined;
  if (outcome.reason !== 'try-later') return outcome.reason;
  // The server closes, or cannot check logins: not about this letter.
  return outcome.code === 421 || outcome.code === 454 ? 'busy' : undefined;
}
