import type { Log } from '../../platform/log.ts';
import { EngineUnavailableFault } from './meilisearch/fault.ts';

// Recovery is noticed within this and one answer; however long a server asks to be left alone.
const PROBE_EVERY_MS = 5_000;
const LONGEST_REST_MS = 10_000;

/** Whether Meilisearch is asked. After one fault nobody asks it until a probe has found it well. */
export interface Availability {
  /** Why it is not asked; undefined: it is. */
  reason(): string | undefined;
  /** It gave no answer: probed after a while, and until a probe is answered. */
  giveUp(fault: unknown): void;
}

/** `probe` rejects while there is no answer. What happens is logged once a change. */
export function createAvailability({
  probe,
  log,
  later,
}: {
  probe(): Promise<unknown>;
  log: Log;
  later(ms: number, run: () => void): void;
}): Availability {
  let reason: string | undefined;
  let probeIsComing = false;

  function giveUp(fault: unknown): void {
    const expected = fault instanceof EngineUnavailableFault ? fault : undefined;
    if (reason === undefined) {
      // Of an unforeseen fault only the name: its message may quote what was searched for.
      const facts = expected ? {} : { fault: fault instanceof Error ? fault.name : 'unknown' };
      log.warn('search.fell-back-to-embedded', { reason: expected?.reason ?? 'fault', ...facts });
    }
    reason = expected?.reason ?? 'fault';
    if (probeIsComing) return;
    probeIsComing = true;
    later(restMs(expected?.retryAfterMs), runProbe);
  }

  async function runProbe(): Promise<void> {
    probeIsComing = false;
    try {
      await probe();
      if (reason !== undefined) log.info('search.back-to-meilisearch');
      reason = undefined;
    } catch (fault) {
      giveUp(fault);
    }
  }

  // So that /health knows before anybody has searched. Not at once: what is still being built would hold
  // up the reply, and make a good server look slow.
  later(0, runProbe);

  return { reason: () => reason, giveUp };
}

function restMs(asked = PROBE_EVERY_MS): number {
  return Math.min(Math.max(asked, PROBE_EVERY_MS), LONGEST_REST_MS);
}
