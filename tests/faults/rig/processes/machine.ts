import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { hasPostgres } from '../../../support/machine/a-postgres.ts';

/** What this machine can do; the reason as it stands in the table where it cannot. */
export const missing = {
  tmpfs: canMount() ? undefined : 'needs root on Linux to mount a small disk',
  ext4: canLoop() ? undefined : 'needs root on Linux, mkfs.ext4 and a loop device',
  strace: works('strace', ['-V']) ? undefined : 'strace is not installed',
  faketime: works('faketime', ['--version']) ? undefined : 'faketime is not installed',
  proc: process.platform === 'linux' ? undefined : 'needs Linux',
  postgres: hasPostgres && works('psql', ['--version']) ? undefined : 'PostgreSQL is not installed',
  signals: process.platform === 'win32' ? 'Windows has no such signals' : undefined,
};

/** A small disk in memory. */
export function mountSmall(folder: string, size: string) {
  mkdirSync(folder, { recursive: true });
  mount('-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder);
  return {
    grow: (to: string) => mount('-o', `remount,size=${to}`, folder),
    unmount: () => execFileSync('umount', ['-l', folder]),
  };
}

/** A small disk of its own file system, which the kernel can be made to give up on. */
export function mountExt4(folder: string) {
  const image = `${folder}.img`;
  execFileSync('truncate', ['-s', '16M', image]);
  execFileSync('mkfs.ext4', ['-q', image], { stdio: 'pipe' });
  mkdirSync(folder, { recursive: true });
  mount('-o', 'loop', image, folder);
  return {
    /** As after a fault of the disk: everything that is open can only be read from now on. */
    giveUp: () => mount('-o', 'remount,abort', folder),
    /** As after the disk was put right and the machine restarted. */
    mountAgain() {
      execFileSync('umount', [folder]);
      mount('-o', 'loop', image, folder);
    },
    unmount() {
      execFileSync('umount', ['-l', folder]);
      rmSync(image);
    },
  };
}

function mount(...words: string[]): void {
  execFileSync('mount', words, { stdio: 'pipe' });
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  // A container's root may lack the right to mount.
  const tried = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return tried.status === 0;
}

function canLoop(): boolean {
  return canMount() && works('mkfs.ext4', ['-V']) && works('losetup', ['-f']);
}

function works(command: string, words: readonly string[]): boolean {
  return spawnSync(command, words).status === 0;
}
