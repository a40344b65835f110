import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { formatNumber } from '../../src/i18n/numbers.ts';
import { type Row, type Section, seconds } from './table.ts';

const SLOWEST_BUILD_MS = 30_000;
const LARGE = 4000;
const parts = ['content', 'public', 'scripts', 'search-index', 'src'];
const POLL_MS = 100;

/** `npm run build` in a copy of the project: its own listings, then copies of them up to 4,000. */
export async function measureBuildCost(): Promise<Section> {
  const folder = copyProject();
  try {
    const count = readdirSync(join(folder, 'content/organisations')).length;
    const rows = [await build(folder, count, SLOWEST_BUILD_MS)];
    multiplyListings(join(folder, 'content/organisations'), LARGE);
    rows.push(await build(folder, LARGE, undefined));
    return { title: 'Build: check, pages in three languages, compression', rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  const files = readdirSync('.').filter((name) => /\.(json|mjs|ts)$/.test(name));
  for (const name of [...parts, ...files]) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

function multiplyListings(folder: string, count: number): void {
  const originals = readdirSync(folder);
  for (let index = originals.length; index < count; index += 1) {
    const name = originals[index % originals.length] ?? '';
    const text = readFileSync(join(folder, name), 'utf8')
      .replace(/^name: (["']?)/m, `name: $1Copy ${index} of `)
      .replace(/^(phone|email|website|charityNumber|otherNames):.*\n/gm, '');
    writeFileSync(join(folder, name.replace(/\.yaml$/, `-${index}.yaml`)), text);
  }
}

async function build(folder: string, count: number, goal: number | undefined): Promise<Row> {
  const started = performance.now();
  const { peakKB, processorMs } = await runAndWatch('npm', ['run', '--silent', 'build'], folder);
  const taken = performance.now() - started;
  const watched = `${seconds(processorMs)}, ${Math.round(peakKB / 1000)} MB`;
  return {
    what: `${formatNumber(count, 'en')} listings: time, processor time, peak memory of one process`,
    figure: `${seconds(taken)}, ${peakKB ? watched : 'not known here'}`,
    ...(goal ? { goal: `≤ ${seconds(goal)}`, met: taken <= goal } : {}),
  };
}

// Processor time says what a build costs however busy the machine is.
interface Watched {
  /** Resident memory; 0 where there is no /proc. */
  peakKB: number;
  processorMs: number;
}

async function runAndWatch(command: string, given: string[], cwd: string): Promise<Watched> {
  const child = spawn(command, given, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  let peakKB = 0;
  const processorMs = new Map<number, number>();
  const poll = setInterval(() => {
    for (const pid of descendants(child.pid ?? 0)) {
      peakKB = Math.max(peakKB, peakOf(pid));
      processorMs.set(pid, processorMsOf(pid));
    }
  }, POLL_MS);
  const code = await new Promise((done) => child.on('exit', done));
  clearInterval(poll);
  if (code !== 0) throw new Error(`${command} ${given.join(' ')} ended with ${code} in ${cwd}`);
  return { peakKB, processorMs: [...processorMs.values()].reduce((sum, spent) => sum + spent, 0) };
}

function descendants(pid: number): number[] {
  const children = readProc(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return [pid, ...children.flatMap((child) => descendants(Number(child)))];
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s*(\d+)/.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** 0 where there is no /proc. */
// Ticks in user and in kernel mode, the 14th and 15th field; Linux counts 100 a second.
export function processorMsOf(pid: number): number {
  const afterName = readProc(`/proc/${pid}/stat`).split(') ').at(-1) ?? '';
  const fields = afterName.split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
