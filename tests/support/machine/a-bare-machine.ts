import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packagedNode } from '../../../scripts/bootstrap/node-needed.cjs';

/** The package that brings a Node to this machine; undefined: there is none. */
export const packageName: string | undefined = packagedNode(process);

/** A program that says which Node it is, and otherwise is the one of this test. */
export const aNode = (version: string) =>
  `#!/bin/sh\nif [ "$1" = --version ]; then echo v${version}; else exec '${process.execPath}' "$@"; fi\n`;

interface Machine {
  /** The version of its own Node. */
  own?: string;
  /** The Node that npm installs, as the text of a program; null: npm leaves it out. */
  packaged?: string | null;
  /** Of the file of that program. */
  mode?: number;
}

/**
 * The project on a machine with a Node and nothing installed. Its npm is made up: it unpacks that Node and
 * links no command. `run()` is `npm run bootstrap`; with `npmEnds` npm ends with that code, early with success, or
 * both are killed. `scriptNode()`: the Node that npm scripts get afterwards; `npmRuns()`: what npm was asked, a line
 * each, with its cache; `seenByNpm()`: the Node that others got while npm ran last, '' where there was none.
 */
export function aBareMachine({
  own = '20.19.0',
  packaged = aNode('24.21.0'),
  mode = 0o755,
}: Machine = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bare machine '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['package.json', 'package-lock.json', 'scripts']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  const bin = join(folder, 'machine');
  mkdirSync(bin);
  writeFileSync(join(bin, 'node'), aNode(own), { mode: 0o755 });
  const npm = join(bin, 'npm-cli.js');
  writeFileSync(npm, npmProgram({ packaged, mode, folder }));
  const env = {
    PATH: `${join(folder, 'node_modules/.bin')}:${bin}`,
    npm_execpath: npm,
    npm_node_execpath: process.execPath,
    npm_config_cache: join(folder, 'cache'),
    TMPDIR: folder,
  };
  const note = (name: string) => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  };
  return {
    folder,
    run(given: { npmEnds?: number | 'early' | 'killed'; cache?: string } = {}) {
      const ran = spawnSync(process.execPath, ['scripts/bootstrap.mjs'], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...env,
          npm_config_cache: given.cache ?? env.npm_config_cache,
          NPM_ENDS: String(given.npmEnds ?? 0),
        },
      });
      return { status: ran.status, output: ran.stdout + ran.stderr, errors: ran.stderr };
    },
    scriptNode: () =>
      spawnSync('node --version', {
        cwd: folder,
        env,
        shell: true,
        encoding: 'utf8',
      }).stdout.trim(),
    npmRuns: () => note('npm-runs').split('\n').filter(Boolean),
    seenByNpm: () => note('seen-by-npm'),
  };
}

function npmProgram({
  packaged,
  mode,
  folder,
}: {
  packaged: string | null;
  mode: number;
  folder: string;
}): string {
  const at = (name: string) => JSON.stringify(join(folder, name));
  return `
    import { spawnSync } from 'node:child_process';
    import fs from 'node:fs';
    fs.appendFileSync(${at('npm-runs')}, process.argv[2] + ' ' + process.env.npm_config_cache + '\\n');
    fs.rmSync('node_modules', { recursive: true, force: true });
    const others = spawnSync(${at('node_modules/.bin/node')}, ['--version'], { encoding: 'utf8' });
    fs.writeFileSync(${at('seen-by-npm')}, others.stdout ?? '');
    fs.readFileSync('package-lock.json');
    const bin = 'node_modules/${packageName}/bin';
    fs.mkdirSync(bin, { recursive: true });
    const text = ${JSON.stringify(packaged)};
    if (text !== null) fs.writeFileSync(bin + '/node', text, { mode: ${mode} });
    const ends = process.env.NPM_ENDS;
    if (ends === 'early') process.exit(0);
    if (ends === 'killed') for (const pid of [process.ppid, process.pid]) process.kill(pid, 'SIGKILL');
    if (ends === '0') fs.writeFileSync('node_modules/.package-lock.json', '{}');
    process.exit(Number(ends));
  `;
}
