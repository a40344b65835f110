import type { Fault } from './fault.ts';

export const storeTakenAway: readonly Fault[] = [
  {
    number: 50,
    fault: 'the database is taken away while the site runs',
    inject:
      'its files are deleted, its log alone, another is put in their place; PostgreSQL: it goes by another name, and takes our login no more',
    shows:
      'noticed within seconds; not saved, with every answer on the page; health is down; goes on once restarted on the right files, and sends once somebody said that they are the store itself',
    covers: ['store:replaced', 'store:no-such-database', 'store:wrong-password'],
  },
];
