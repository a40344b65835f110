import { Agent } from 'node:http';
import type { startBuiltSite } from '../../tests/support/site/built-site.ts';
import { ask } from './ask.ts';
import { formatPercentiles, kB, type Section, toPercentiles } from './table.ts';

const ROUNDS = 200;
const SLOWEST_P95_MS = 50;
const asked = [
  ['a page of 50 services', 'services?per_page=50'],
  ['50 services, whole', 'services?per_page=50&full=true'],
  ['50 services at locations', 'service_at_locations?per_page=50'],
  ['50 terms', 'taxonomy_terms?per_page=50'],
  ['50 services found by words', 'services?per_page=50&search=lonely'],
  ['50 services near a postcode', 'services?per_page=50&postcode=E1+4AA'],
] as const;

/** Pages of the open data, compressed, from question to last byte, one at a time over a kept connection. */
export async function measureOpenData(
  site: Awaited<ReturnType<typeof startBuiltSite>>,
): Promise<Section> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const rows: Section['rows'] = [];
  for (const [what, path] of asked) {
    const times: number[] = [];
    let largest = 0;
    // The first makes the feed, and search its index.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { milliseconds, bytes } = await ask(site.port, `/api/open-referral/${path}`, agent);
      if (round > 0) times.push(milliseconds);
      largest = Math.max(largest, bytes);
    }
    const taken = toPercentiles(times);
    rows.push({
      what: `${what}, ${kB(largest)}: p50 / p95 / p99`,
      figure: `${formatPercentiles(taken)} ms`,
      goal: `p95 ≤ ${SLOWEST_P95_MS} ms`,
      met: taken.p95 <= SLOWEST_P95_MS,
    });
  }
  agent.destroy();
  return { title: 'Open data', rows };
}
