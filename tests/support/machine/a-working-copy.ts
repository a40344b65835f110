import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { copyProject } from './copy-project.ts';
import { outsideNpm } from './outside-npm.ts';

const MADE_BY_TOOLS = ['.vite', '.astro', '.cache'];

/**
 * The project as it is, in a folder of its own whose path has spaces and the word "content", to edit while a
 * command runs. It uses the packages that are installed here.
 */
export function aWorkingCopy() {
  const scratch = mkdtempSync(join(tmpdir(), 'content to edit '));
  const folder = join(scratch, 'content', 'the project');
  copyProject(folder);
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (MADE_BY_TOOLS.includes(name)) continue;
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  return {
    folder,
    discard: () => rmSync(scratch, { recursive: true }),
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    write: (path: string, text: string) => writeFileSync(join(folder, path), text),
    /** Runs one of its scripts to the end; throws what it wrote if it fails. */
    run: (script: string, ...args: string[]) => runScript(folder, [script, ...args]),
    /** Runs `npm run dev` until the test ends; resolves to `get`, which reads a page as it is then. */
    startDev: async () => {
      const origin = await startDev(folder);
      return async (path: string) => (await fetch(origin + path)).text();
    },
  };
}

async function runScript(folder: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...outsideNpm(), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${written}`);
  return written;
}

async function startDev(folder: string): Promise<string> {
  // Any free port: Astro takes the next one while the one it was given is taken.
  const child = spawn('npm', ['run', 'dev'], {
    cwd: folder,
    // Astro would leave this process and go on by itself where it takes us for a program.
    env: { ...outsideNpm(), ASTRO_DEV_BACKGROUND: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm does not pass a signal on to what its script runs.
    detached: true,
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await closed;
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  }
  for (;;) {
    const origin = /Local\s+(http:\/\/[^/\s]+)/.exec(written)?.[1];
    if (origin) return origin;
    if (child.exitCode !== null) throw new Error(`npm run dev ended by itself:\n${written}`);
    await Promise.race([once(child.stdout, 'data'), closed]);
  }
}
