import { statSync } from 'node:fs';

// SQLite keeps them for as long as it has the database open, and puts no others in their place.
const ENDS = ['', '-wal', '-shm'];

/**
 * Whether the files at `path` are those that were open when this was made: a file that is deleted takes
 * what is written to it along, and SQLite says nothing. While they are open no other gets their number.
 */
export function createFileIdentity(path: string): { isSame(): boolean } {
  const known = new Map<string, string>();
  const isSame = () =>
    ENDS.every((end) => {
      const found = statSync(`${path}${end}`, { throwIfNoEntry: false });
      const before = known.get(end);
      const identity = found && `${found.dev} ${found.ino}`;
      if (before === undefined && identity) known.set(end, identity);
      return before === undefined || before === identity;
    });
  isSame();
  return { isSame };
}
