import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { startBuiltSite } from '../../tests/support/site/built-site.ts';
import { loadQueries } from './queries.ts';
import { atMost, formatPercentiles, kB, type Section, toPercentiles } from './table.ts';

const ROUNDS = 5;
const SLOWEST_P95_MS = 5;
const LARGEST_REPLY = 15_000;

/** From question to last byte, one at a time over a kept connection, for the page and for the JSON. */
export async function measureSearchOverHttp(
  site: Awaited<ReturnType<typeof startBuiltSite>>,
): Promise<Section> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const queries = loadQueries();
  const rows: Section['rows'] = [];
  for (const [name, address] of [
    ['/api/search', (q: string, lang: string) => `/api/search?q=${q}&lang=${lang}`],
    ['/search/', (q: string, lang: string) => `${lang === 'en' ? '' : `/${lang}`}/search/?q=${q}`],
  ] as const) {
    const times: number[] = [];
    let largest = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { query, lang } of queries) {
        const reply = await ask(site.port, address(encodeURIComponent(query), lang), agent);
        // The first round warms the server up.
        if (round > 0) times.push(reply.milliseconds);
        largest = Math.max(largest, reply.bytes);
      }
    }
    const taken = toPercentiles(times);
    rows.push({
      what: `${name}: p50 / p95 / p99, ${times.length} requests`,
      figure: `${formatPercentiles(taken)} ms`,
      goal: `p95 ≤ ${SLOWEST_P95_MS} ms`,
      met: taken.p95 <= SLOWEST_P95_MS,
    });
    rows.push(atMost(`${name}: largest reply, compressed`, largest, LARGEST_REPLY, kB));
  }
  agent.destroy();
  return { title: 'Search through HTTP, the listings of content/', rows };
}

function ask(
  port: number,
  path: string,
  agent: Agent,
): Promise<{ milliseconds: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        if (response.statusCode === 200)
          resolve({ milliseconds: performance.now() - started, bytes });
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}
