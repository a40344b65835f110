import type { Fault } from './fault.ts';

export const storeAndFiles: readonly Fault[] = [
  {
    number: 38,
    fault: 'page bit-flipped, file truncated, log torn',
    inject: 'bytes of the files are changed while nothing runs',
    shows: 'refuses to start or says not saved; a torn log loses no whole commit before the tear',
    covers: ['store:damaged'],
  },
  {
    number: 39,
    fault: 'search dead, slow or talking rubbish',
    inject: 'in place of Meilisearch: rubbish, 30 s of silence, a closed port',
    shows:
      'search answers all the same; the form is not touched, and nothing it was told goes there',
  },
  {
    number: 40,
    fault: 'backup taken while writing, then restored',
    inject: 'the backup and restore commands',
    shows: 'a whole snapshot; letters that may have been sent since are not sent blindly',
    covers: ['needs-human:restored'],
  },
  {
    number: 41,
    fault: '-wal file lost',
    inject: 'the database is copied without it',
    shows: 'noticed: fewer rows than were promised',
  },
  {
    number: 42,
    fault: 'file descriptors used up',
    inject: 'ulimit -n 64 and idle connections',
    shows: 'no reference without a row; serves again once they are freed',
  },
  {
    number: 43,
    fault: 'bodies of 100 MB',
    inject: 'ten at once, heap of 128 MB',
    shows: '413 for each; memory grows by less than 30 MB; nothing stored',
  },
  {
    number: 44,
    fault: 'unhandled rejection',
    inject: 'a promise is rejected in the server and nobody catches it',
    shows: 'serves again within 2 s, or never stopped',
  },
];
