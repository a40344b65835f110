import type { Fault } from './fault.ts';

export const accepting: readonly Fault[] = [
  {
    number: 1,
    fault: 'kill -9 before BEGIN',
    inject: 'SIGKILL at the statement',
    shows: 'nothing stored; the connection drops; the same form sent again is stored once',
  },
  {
    number: 2,
    fault: 'kill -9 after the insert, before COMMIT',
    inject: 'SIGKILL at the statement',
    shows: 'nothing stored; the same form sent again is stored once',
  },
  {
    number: 3,
    fault: 'kill -9 after COMMIT, before the reply',
    inject: 'SIGKILL at the statement',
    shows: 'stored; the same form sent again gets the reference that was stored; one letter',
    covers: ['accept:saved'],
  },
  {
    number: 4,
    fault: 'kill -9 at random, with 20 clients',
    inject: 'SIGKILL while 20 clients wait for answers, again and again',
    shows: 'every reference that a resident was told is stored, delivered, and told again',
  },
  {
    number: 5,
    fault: 'client goes away after the body is sent',
    inject: 'the socket is destroyed',
    shows: 'stored once; the same form sent again gets the same reference',
  },
  {
    number: 6,
    fault: 'client sends half of the body and stalls',
    inject: 'a socket that stops at half',
    shows: 'nothing stored; 408, or cut sooner than an idle socket; others are served meanwhile',
  },
  {
    number: 7,
    fault: 'migration while accepting',
    inject: 'a second process migrates again and again while referrals come in',
    shows: 'no reference without a row; the rows are those that were told',
  },
  {
    number: 8,
    fault: 'COMMIT on a full disk',
    inject: 'tmpfs of 1 MiB, filled by referrals; one of 24 MiB, where room was kept',
    shows:
      'not saved, and certainly so; where room was kept, what is stored is sent meanwhile and the operator told; with room again forms are taken',
    covers: ['accept:not-saved', 'store:full', 'effect:not-stored'],
  },
  {
    number: 9,
    fault: 'fsync fails with EIO at COMMIT',
    inject: 'strace injects EIO into fsync and fdatasync',
    shows: 'cannot tell; the same form sent again gets one reference; one row',
    covers: ['accept:cannot-tell', 'store:input-output', 'effect:unknown'],
  },
  {
    number: 10,
    fault: 'database locked for 10 s',
    inject: 'a second process holds a write lock; PostgreSQL is killed while it serves',
    shows: 'not saved; saved once the lock is gone, or PostgreSQL is back',
    covers: ['store:busy', 'store:unreachable'],
  },
  {
    number: 11,
    fault: 'database on a read-only mount',
    inject: 'ext4 on a loop device, which the kernel is made to give up on (remount,abort)',
    shows: 'not saved or cannot tell; health says not writable; mounted again, it accepts',
    covers: ['store:read-only'],
  },
  {
    number: 12,
    fault: 'disk fills between check and COMMIT',
    inject: 'a filler takes the last page of a tmpfs after health said writable',
    shows: 'not saved, nothing stored',
  },
  {
    number: 13,
    fault: 'same form 50 times in parallel',
    inject: '50 posts at once',
    shows: 'one row, 50 times the same reference',
  },
  {
    number: 14,
    fault: 'back, edit, send again',
    inject: 'the same token with other answers',
    shows:
      'the first answers count; the first reference is told, and that the changes were not sent; one letter',
  },
  {
    number: 15,
    fault: 'the letter cannot be written',
    inject: 'answers that the letter does not expect',
    shows: 'not saved, nothing stored, no answer in the log',
    covers: ['store:other'],
  },
  {
    number: 16,
    fault: 'key missing or wrong at start',
    inject: 'REFERRAL_KEY absent, short, or another than the one in use',
    shows: 'the server refuses to start and says why, without the key',
  },
];
