import { StoreFault } from './store-fault.ts';

/**
 * Numbers of referrals only grow. One that comes again tells that the database was put back to what it was
 * earlier, under a server that runs: what was accepted since is gone from it, and letters may be sent twice.
 */
export interface SequenceWatch {
  wentBack(): boolean;
  /** Before a number is drawn: gives what looks at it. Both throw a StoreFault from then on. */
  begin(): (drawn: number) => void;
  /** It is on the disk. */
  stored(sequence: number): void;
}

export function createSequenceWatch(): SequenceWatch {
  let highest = 0;
  let wentBack = false;
  const refuse = () => new StoreFault('replaced', 'not-stored');
  return {
    wentBack: () => wentBack,
    begin() {
      if (wentBack) throw refuse();
      // Others may store higher ones before this one, on another connection.
      const before = highest;
      return (drawn) => {
        wentBack ||= drawn <= before;
        if (wentBack) throw refuse();
      };
    },
    stored(sequence) {
      highest = Math.max(highest, sequence);
    },
  };
}
