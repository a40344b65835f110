import type { Log } from '../../platform/log.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { LetterChange, ReferralStore, StoredLetter } from '../store/store-port.ts';
import type { Timers } from './timers.ts';

/** A worker's claim on a letter while it is on its way. */
export interface Lease {
  /** Aborted once another worker may have the letter. */
  lost: AbortSignal;
  /** Writes what became of the letter, and gives the lease back. False: the lease was lost. */
  settle(change: LetterChange): Promise<boolean>;
  stopRenewing(): void;
}

interface LeaseParts {
  store: Pick<ReferralStore, 'settleLetter' | 'renewLease'>;
  log: Pick<Log, 'error'>;
  timers: Timers;
  leaseMs: number;
  /** The worker has to end at once. */
  cut: AbortSignal;
}

/** Renews the lease of a letter that was claimed. */
export function holdLease(letter: StoredLetter, parts: LeaseParts): Lease {
  const { store, timers, leaseMs } = parts;
  const lost = new AbortController();
  const stopRenewing = timers.every(leaseMs / 3, () => {
    store.renewLease(letter, leaseMs).then(
      (stillLeased) => stillLeased || lost.abort(),
      // The next renewal is in time too; and without a store nobody else claims it.
      () => undefined,
    );
  });
  return {
    lost: lost.signal,
    settle: (change) => writeUntilStored(letter, change, parts),
    stopRenewing,
  };
}

/** Tried until it is written: what happened to a letter must not be forgotten over a full disk. */
async function writeUntilStored(
  letter: StoredLetter,
  change: LetterChange,
  { store, log, timers, cut }: LeaseParts,
): Promise<boolean> {
  for (;;) {
    try {
      return await store.settleLetter(letter, change);
    } catch (fault) {
      if (!(fault instanceof StoreFault) || cut.aborted) throw fault;
      log.error('letter.not-noted', { letter: letter.id, reason: fault.reason });
      await timers.wait(1_000);
    }
  }
}
