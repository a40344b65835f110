import type { Fault } from './fault.ts';

export const retentionAndPeople: readonly Fault[] = [
  {
    number: 45,
    fault: 'retention with undelivered letters 400 days old',
    inject: 'clock moved',
    shows: 'none is shredded; the operator is told',
  },
  {
    number: 46,
    fault: 'retention killed half-way',
    inject: 'SIGKILL at the statement, then run again',
    shows: 'each text is whole or gone; at the end all are gone, even for who has the key',
  },
  {
    number: 47,
    fault: 'practice moved to another team between accept and send',
    inject:
      'the routing file is changed while nothing runs, and while all runs; then with mistakes',
    shows:
      "one letter, to the team of today; both teams and both versions are recorded; both teams read of it in the next Monday's list; a file with mistakes changes nothing, and the operator is told",
  },
  {
    number: 48,
    fault: 'SIGTERM with 20 posts under way',
    inject: 'SIGTERM',
    shows: 'all 20 answered and stored, no connection reset, stopped within 10 s',
  },
];
