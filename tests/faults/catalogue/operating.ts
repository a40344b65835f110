import type { Fault } from './fault.ts';

export const operating: readonly Fault[] = [
  {
    number: 51,
    fault: 'an older copy of the store is put back, and a server started at once',
    inject:
      'the files are copied back while nothing runs; PostgreSQL: pg_restore into another database; all that waits in the copy was sent since',
    shows:
      'the worker sends none of it, health says that somebody must decide; after mark-restored each needs a person; new referrals are taken',
    covers: ['needs-human:restored'],
  },
  {
    number: 52,
    fault: 'the key is replaced while letters wait, beside a server that has the old one',
    inject:
      'a server with both keys is killed as it starts, again and again; workers with the old key and with both run side by side',
    shows:
      'each letter goes out once, by a worker that can open it; none is called unreadable, and the old key alone is refused afterwards',
  },
];
