import type { Fault } from './fault.ts';

export const retentionAndPeople: readonly Fault[] = [
  {
    number: 45,
    fault: 'retention with letters 400 days old that nobody has',
    inject:
      'clock moved: while the mail server is away; after the team has it, and the mailboxes of its fallback and of the operator are gone',
    shows:
      'none is shredded; the operator is told; a letter that nobody confirmed is kept while nobody could be told of that',
  },
  {
    number: 46,
    fault: 'retention killed half-way',
    inject: 'SIGKILL at the statement, then run again',
    shows:
      'each text is whole or gone; at the end all that a team confirmed a week ago are gone, even for who has the key',
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
