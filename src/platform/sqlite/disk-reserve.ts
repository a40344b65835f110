import { randomBytes } from 'node:crypto';
import { rmSync, statSync, truncateSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { freeBytes } from './free-space.ts';

// SQLite's log grows to 4 MiB before it is copied into the database, which then may grow by as much.
const BYTES = 8 * 1024 * 1024;

/**
 * A file beside the database that takes room on the disk, given up when the disk is full: what was
 * accepted can then still be noted and sent, while nothing new is taken. What stands on the disk is all
 * there is to know: a whole file is room kept, an empty one room given up, none that there never was any.
 */
export interface DiskReserve {
  isInUse(): boolean;
  /** Gives up the room; false if there is none to give. */
  release(): boolean;
  /** Takes the room, or takes it back, once there is twice as much. */
  refill(): Promise<'ready' | 'in-use' | 'none'>;
}

export function createDiskReserve(folder: string, bytes: number = BYTES): DiskReserve {
  const path = join(folder, 'referrals.reserve');
  const size = () => statSync(path, { throwIfNoEntry: false })?.size;
  return {
    isInUse: () => size() === 0,
    release() {
      if (!size()) return false;
      truncateSync(path, 0);
      return true;
    },
    async refill() {
      if (size()) return 'ready';
      const instead = size() === 0 ? 'in-use' : 'none';
      if (((await freeBytes(folder)) ?? 0) < 2 * bytes) return instead;
      // Beside it first: a crash must not leave a part that counts as the whole.
      const made = `${path}.new`;
      try {
        await fill(made, bytes);
        await rename(made, path);
        return 'ready';
      } catch {
        rmSync(made, { force: true });
        return instead;
      }
    },
  };
}

/** At random: some file systems keep no room for a file of zeros. */
async function fill(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(randomBytes(bytes));
    await file.sync();
  } finally {
    await file.close();
  }
}
