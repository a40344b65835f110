import { Agent } from 'node:http';
import type { startBuiltSite } from '../../tests/support/site/built-site.ts';
import { ask } from './ask.ts';
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
