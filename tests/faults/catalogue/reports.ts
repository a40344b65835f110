import type { Fault } from './fault.ts';

export const reports: readonly Fault[] = [
  {
    number: 53,
    fault: 'kill -9 before BEGIN, before COMMIT and after COMMIT of a report',
    inject: 'SIGKILL at the statement; SQLite, and PostgreSQL killed in the midst of it',
    shows:
      'stored with its letter or not at all; the same form sent again is one report, one letter',
  },
  {
    number: 54,
    fault: 'a report on a full disk',
    inject: 'tmpfs of 1 MiB, filled by reports',
    shows:
      'not saved, and certainly so; what was reported before is still shown; with room again it is taken',
  },
  {
    number: 55,
    fault: 'the mail server is away, or refuses the editors’ mailbox, while reports come in',
    inject: 'mail server, two cases',
    shows:
      'each report is stored and shown all the same; its letter is sent once the server is back; refused, it needs a person',
  },
  {
    number: 56,
    fault: 'the store is taken away while pages show what was reported',
    inject:
      'its files are deleted under the real server; then put back, and the server started anew',
    shows:
      'every page is served; the reported one says what it said; a new report is not saved, with every word on the page; after the restart it is shown again',
  },
  {
    number: 57,
    fault: 'reports are destroyed half-way',
    inject: 'SIGKILL at the statement, then run again',
    shows: 'what was ticked is still there; no text of a report that is due can be read',
  },
];
