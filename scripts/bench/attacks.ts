import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Attack,
  pipelinedSearches,
  unfinishedHeads,
  unreadAnswers,
} from '../../tests/support/site/attacks.ts';
import { startBuiltSite } from '../../tests/support/site/built-site.ts';
import { ms, type Row, type Section, toPercentiles } from './table.ts';

const WATCHED_MS = 8_000;
const PAUSE_MS = 40;
const MOST_MB = 700;
const MOST_TIMES = 3;
// Below it a difference is the machine's own: others would not feel three times as much.
const LEAST_IDLE_MS = 10;

/** What one machine with a cheap program can do to a server without a proxy: its memory, and how long others wait. */
export async function measureAttacks(): Promise<Section> {
  const rows: Row[] = [];
  for (const [what, begin] of [
    [
      '200 sockets × 20 requests for a large page, never read',
      (port) => unreadAnswers(port, { sockets: 200, requests: 20, path: '/organisations/' }),
    ],
    [
      '200 sockets × 20 searches, never read',
      (port) => unreadAnswers(port, { sockets: 200, requests: 20, path: '/search/?q=food' }),
    ],
    [
      '500 unfinished heads of 120 kB',
      (port) => unfinishedHeads(port, { sockets: 500, bytes: 120_000 }),
    ],
    ['5,000 searches at once on one socket', (port) => pipelinedSearches(port, 5_000)],
  ] satisfies [string, (port: number) => Promise<Attack>][]) {
    rows.push(...(await measure(what, begin)));
  }
  return { title: 'Cheap attacks from one machine, without a proxy', rows };
}

async function measure(what: string, begin: (port: number) => Promise<Attack>): Promise<Row[]> {
  const site = await startBuiltSite({ LOG_LEVEL: 'error' });
  if (!site.origin) throw new Error(site.log());
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await watch(site, agent, 2_000);
  const idle = await watch(site, agent, 4_000);
  const attacking = begin(site.port);
  const during = await watch(site, agent, WATCHED_MS);
  const attack = await attacking;
  const cut = attack.cut();
  attack.stop();
  agent.destroy();
  await site.stop();
  const limit = MOST_TIMES * Math.max(idle.p95, LEAST_IDLE_MS);
  return [
    {
      what: `${what}: memory, at rest and at most (${cut} sockets cut)`,
      figure: `${idle.mostMb} / ${during.mostMb} MB`,
      goal: `≤ ${MOST_MB} MB`,
      met: during.mostMb <= MOST_MB,
    },
    {
      what: '… p95 and the slowest of a search by somebody else, at rest and during it',
      figure: `${ms(idle.p95)} / ${ms(during.p95)} / ${ms(during.slowest)}`,
      goal: `p95 ≤ ${ms(limit)}`,
      met: during.p95 <= limit,
    },
  ];
}

/** One visitor after another, for so long. */
async function watch(site: { pid: number; port: number }, agent: Agent, forMs: number) {
  const times: number[] = [];
  let mostMb = 0;
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    const began = performance.now();
    await ask(site.port, agent);
    times.push(performance.now() - began);
    mostMb = Math.max(mostMb, residentMb(site.pid));
    await wait(PAUSE_MS);
  }
  return { p95: toPercentiles(times).p95, slowest: Math.max(...times), mostMb };
}

function ask(port: number, agent: Agent): Promise<void> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/search/?q=debt', agent }, (response) => {
      response.resume().on('end', resolve);
    }).on('error', () => resolve());
  });
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1000);
}
