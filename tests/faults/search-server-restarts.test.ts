import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { hashText } from '../../src/platform/secrets/hash-text.ts';
import { createSiteIndex } from '../../src/search/engines/meilisearch/site-index.ts';
import { directory } from '../../src/wiring.ts';
import { ADMIN_KEY, SEARCH_KEY } from '../support/meilisearch/a-meilisearch-stub.ts';
import { searchDefinition } from '../support/search/search-definition.ts';
import { startBuiltSite } from '../support/site/built-site.ts';
import { aProcess, aWhile, eventually } from './rig/processes/a-process.ts';
import { scaled } from './rig/scale.ts';
import { askOnce, searchSteadily } from './rig/steady-searches.ts';

const MOST_PER_SECOND = 50;
const queries = [
  'q=food+bank',
  'q=lonely',
  'q=toynbee',
  'q=yoga&cost=free',
  'q=%E0%A6%8F%E0%A6%95%E0%A6%BE&lang=bn',
  '',
  'area=bow&cost=free',
  'need=housing&page=2',
  'near=E1+4AA&sort=distance',
  'q=xyzzy',
];

const folder = mkdtempSync(join(tmpdir(), 'search-server-'));
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true });
});

const old = directory.listings;
const young = old.filter((_, place) => place % 7 > 0);
let runs = 0;

test('restarts, new indexes and swaps of the search server are noticed by nobody who searches meanwhile', {
  timeout: 600_000,
}, async () => {
  let server = await aSearchServer('0');
  const port = new URL(server.url).port;
  await runIndex(server.url, old);
  const site = await startBuiltSite({
    MEILI_URL: server.url,
    MEILI_SEARCH_KEY: SEARCH_KEY,
    NODE_ENV: 'test',
  });
  closing.push(site.stop);
  const origin = site.origin ?? '';
  // One after the other: all at once, a busy machine would answer some of them too late.
  const ask = async () => {
    const answers = [];
    for (const query of queries) answers.push(await askOnce(origin, query));
    return answers;
  };
  const usual = () =>
    eventually(async () => {
      const answers = await ask();
      return answers.every(({ isDegraded }) => !isDegraded) && answers;
    }, 120_000);

  // What the old and the new index answer, and the site without one: nothing else may ever be seen.
  const right = new Set<string>();
  const learn = (answers: Awaited<ReturnType<typeof ask>>) => {
    for (const { query, answer } of answers) right.add(`${query} ${answer}`);
  };
  learn(await usual());
  await runIndex(server.url, young);
  learn(await usual());
  await server.kill();
  const withinTheSite = await ask();
  expect(withinTheSite.every(({ isDegraded }) => isDegraded)).toBe(true);
  learn(withinTheSite);
  server = await aSearchServer(port);
  await usual();

  const load = searchSteadily(origin, queries, MOST_PER_SECOND);
  const recoveries: number[] = [];
  for (let round = 0; round < scaled(1, 8); round += 1) {
    for (const listings of [old, young]) await runIndex(server.url, listings);
    await Promise.all([runIndex(server.url, old), runIndex(server.url, young)]);
    await eventually(async () => !(await askOnce(origin, 'q=lonely')).isDegraded, 120_000);
    const interrupted = runIndex(server.url, old).catch(() => undefined);
    await aWhile(100 + 50 * round);
    await server.kill();
    await interrupted;
    await aWhile(200);
    server = await aSearchServer(port);
    const back = performance.now();
    await eventually(async () => !(await askOnce(origin, 'q=lonely')).isDegraded, 120_000);
    recoveries.push(performance.now() - back);
  }
  const { seen, failed, perSecond } = await load.stop();
  await site.stop();

  const times = seen.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
  const degraded = seen.filter(({ isDegraded }) => isDegraded).length;
  console.log(
    `  ${seen.length} searches at ${perSecond.toFixed(0)}/s, ${failed.length} failed, ${degraded} degraded, p95 ${p95.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms; well again after ${recoveries.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s`,
  );
  expect(failed).toEqual([]);
  expect(degraded).toBeLessThan(seen.length);
  const wrong = seen.filter(({ query, answer }) => !right.has(`${query} ${answer}`));
  expect(wrong).toEqual([]);
  // One event for each change of state, none of them with what was searched for.
  expect(site.log()).not.toMatch(/lonely|toynbee|xyzzy/);
});

async function aSearchServer(port: string) {
  const process = aProcess({
    program: 'tests/faults/programs/search-server.ts',
    args: [join(folder, 'indexes.json'), port],
    environment: {},
    written: [],
  });
  closing.push(() => process.kill());
  return { ...process, url: await process.says(/Listening at (\S+)/) };
}

/** What npm run index does once it has read content/. */
function runIndex(url: string, listings: typeof old): Promise<void> {
  runs += 1;
  return createSiteIndex({
    url,
    key: ADMIN_KEY,
    index: 'listings',
    run: `run-${runs}`,
    hash: hashText,
    definition: searchDefinition,
    indexVersion: `${listings.length}`,
    // A run that a busy machine holds up must not pass for one that was interrupted.
    wait: (ms) => aWhile(3 * ms),
    listings,
    lists: directory.lists,
    site: directory.site,
    today: today(),
  }).rebuild(() => undefined);
}
