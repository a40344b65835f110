import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface ProcessOptions {
  /** A program of ours, below the project's folder. */
  program: string;
  args?: readonly string[];
  environment: Record<string, string>;
  /** Put before the command: 'strace …', 'faketime …'. */
  wrap?: readonly string[];
  nodeOptions?: readonly string[];
  /** The project's folder, if nothing is said. */
  cwd?: string;
  /** Where all that it writes is collected. */
  written: string[];
}

const compileCache = resolve('node_modules/.cache/faults/compiled');
const preload = pathToFileURL(resolve('tests/faults/rig/processes/preload.mjs')).href;

/** A program of ours in a process of its own, which can be killed at a named point (preload.mjs). */
export function aProcess(options: ProcessOptions) {
  const {
    program,
    args = [],
    environment,
    wrap = [],
    nodeOptions = [],
    written,
    cwd = '.',
  } = options;
  const words = [
    ...wrap,
    process.execPath,
    '--import',
    preload,
    ...nodeOptions,
    resolve(program),
    ...args,
  ];
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, {
    cwd,
    // Modules are read hundreds of times; compiled once, they are ready in half the time.
    env: { ...inherited(), NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that a wrapper dies with what it wraps.
    detached: true,
  });
  let own = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      own += text;
      written.push(text);
    });
  }
  child.stdin.on('error', () => undefined);
  // 'close' comes once all that it wrote has been read; 'exit' may come before.
  const exited = once(child, 'close').then(([code, signal]) => (signal ?? code) as string | number);
  child.on('error', () => undefined);
  return {
    pid: child.pid ?? 0,
    exited,
    log: () => own,
    write: (line: string) => child.stdin.write(`${line}\n`),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    signal: (name: NodeJS.Signals) => signalGroup(child, name),
    async kill() {
      signalGroup(child, 'SIGKILL');
      await exited;
    },
    async stop() {
      signalGroup(child, 'SIGTERM');
      return exited;
    },
    /** The first match in what it writes; rejects if it ends, or after a while. */
    async says(pattern: RegExp, withinMs = 60_000): Promise<string> {
      const until = Date.now() + withinMs;
      for (;;) {
        const isOver = !this.isRunning();
        if (isOver) await exited;
        const found = pattern.exec(own);
        if (found) return found[1] ?? found[0];
        if (isOver || Date.now() > until) {
          throw new Error(`${program} did not say ${pattern}:\n${own.slice(-2000)}`);
        }
        await aWhile(15);
      }
    },
  };
}

/** Of the run's environment: what finds programs and the build, and moves the clock (moved-clock.mjs). */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME', 'OUT_DIR', 'NODE_OPTIONS', 'CLOCK_SHIFT_MS'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export type Process = ReturnType<typeof aProcess>;

export function aWhile(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Asks again and again until it is so. */
export async function eventually<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 60_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > until) throw new Error(`Not so within ${withinMs} ms: ${ask}`);
    await aWhile(25);
  }
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has just gone.
  }
}
