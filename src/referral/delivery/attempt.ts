import type { Log } from '../../platform/log.ts';
import { StoreFault } from '../store/store-fault.ts';

// Letters are looked for each second; a full disk must not be filled with lines that say so.
const ONE_LINE_EVERY_MS = 60_000;

/** Does a part of the worker's work; a fault in it is logged, and stops no other part. */
export function createAttempt({
  log,
  elapsedMs,
}: {
  log: Pick<Log, 'error'>;
  elapsedMs: () => number;
}) {
  const notLoggedUntil = new Map<string, number>();

  return async (part: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (fault) {
      // Anything but a StoreFault is a fault of ours, and what it says may quote a letter.
      const reason = fault instanceof StoreFault ? fault.reason : 'fault';
      if (elapsedMs() < (notLoggedUntil.get(part) ?? 0)) return;
      notLoggedUntil.set(part, elapsedMs() + ONE_LINE_EVERY_MS);
      log.error('worker.part-failed', { part, reason });
    }
  };
}
