import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageName } from './a-bare-machine.ts';
import { copyProject } from './copy-project.ts';
import { outsideNpm } from './outside-npm.ts';

/**
 * A copy of the project as it is, with nothing installed, in a folder with spaces; and versions of Node and
 * npm of its own, from the registry. Undefined: they cannot be had.
 */
export function aClone(versions: { node: string; npm: string }) {
  const scratch = mkdtempSync(join(tmpdir(), 'a clone of content '));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  const folder = join(scratch, 'the project');
  copyProject(folder);
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  const node = unpack(`${packageName}@${versions.node}`, join(scratch, 'node'));
  const npm = unpack(`npm@${versions.npm}`, join(scratch, 'npm'));
  if (!node || !npm) return undefined;
  symlinkSync(join(node, 'bin/node'), join(bin, 'node'));
  symlinkSync(join(npm, 'bin/npm-cli.js'), join(bin, 'npm'));
  chmodSync(join(npm, 'bin/npm-cli.js'), 0o755);
  return {
    folder,
    /** `npm …` in it, as if nothing but its own Node and npm were on the machine. */
    npm(given: string[], environment: Record<string, string> = {}) {
      const ran = spawnSync('npm', given, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...outsideNpm(), PATH: `${bin}:/usr/bin:/bin`, ...environment },
      });
      return { status: ran.status, output: ran.stdout + ran.stderr };
    },
  };
}

/** Downloads a package without installing it; its folder, or undefined if the registry does not give it. */
function unpack(name: string, folder: string): string | undefined {
  mkdirSync(folder);
  const options = {
    cwd: folder,
    env: { ...outsideNpm(), PATH: process.env.PATH },
    encoding: 'utf8',
  } as const;
  const packed = spawnSync('npm', ['pack', '--silent', '--fetch-retries=0', name], options);
  const archive = packed.stdout.trim().split('\n').at(-1);
  if (packed.status !== 0 || !archive) return undefined;
  const unpacked = spawnSync('tar', ['xzf', archive], options);
  return unpacked.status === 0 ? resolve(folder, 'package') : undefined;
}
