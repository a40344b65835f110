import type { Fault } from './fault.ts';

export const returns: readonly Fault[] = [
  {
    number: 49,
    fault: 'letters come back, to a mailbox that cannot always be read',
    inject:
      'IMAP server: closed port, login refused, cut in the middle of a mail; SIGKILL at the statement; two workers; forged, late, doubled, broken and huge mails',
    shows:
      'letters are sent meanwhile; who came back needs a person once, the fallback and the operator get the reference; no other letter changes, nor one that was sent again since',
    covers: ['needs-human:bounced'],
  },
];
