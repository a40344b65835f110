import { closeSync, constants, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

// Two numbers of sixteen digits, and their names.
const LENGTH = 63;

/** How many rows there are, and the number of the last. */
export interface Tally {
  count: number;
  sequence: number;
}

export interface TallyFile {
  /** How many rows that were added are no longer in a database that has these. */
  findMissing(stored: Tally): number;
  /** One more was stored. */
  add(sequence: number): void;
  /** The database was put back from a backup, and what it lacks is known. */
  restart(stored: Tally): void;
}

/**
 * Counts stored rows beside the database, to notice one that came back with fewer: a file copied
 * without its log, or a lost disk. Not a second store: a tally that cannot be written fails nothing, and
 * may be behind.
 */
export function createTallyFile(path: string): TallyFile {
  function write(tally: Tally): void {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
      // Always as long, over itself: a new file under the old name would be flushed for each row.
      writeSync(file, `${JSON.stringify(tally).padEnd(LENGTH)}\n`, 0);
      closeSync(file);
    } catch {
      // A full disk has told so already, by refusing a row.
    }
  }

  return {
    findMissing(stored) {
      const noted = read(path);
      if (!noted) write(stored);
      if (!noted) return 0;
      return Math.max(0, noted.count - stored.count, noted.sequence - stored.sequence);
    },
    add(sequence) {
      const { count, sequence: last } = read(path) ?? { count: 0, sequence: 0 };
      // Counted up and not asked of the database: what is missing stays missing when more come.
      write({ count: count + 1, sequence: Math.max(last, sequence) });
    },
    restart: write,
  };
}

function read(path: string): Tally | undefined {
  try {
    const { count, sequence } = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(count) && Number.isSafeInteger(sequence)
      ? { count, sequence }
      : undefined;
  } catch {
    return undefined;
  }
}
