/** What one machine with a cheap program can do to the site without a proxy. With more: npm run bench -- attacks. */
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostMemoryOf } from '../faults/rig/processes/memory.ts';
import {
  type Attack,
  pipelinedSearches,
  unfinishedHeads,
  unreadAnswers,
} from '../support/site/attacks.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const MB = 1_000_000;

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeEach(async () => {
  site = await startBuiltSite({ LOG_LEVEL: 'error' });
});
afterEach(() => site.stop());

describe.skipIf(!existsSync('/proc/self/status'))('memory stays where it was', () => {
  test.each<[string, (port: number) => Promise<Attack>]>([
    [
      '200 sockets send 20 requests each for a large page, and read nothing',
      (port) => unreadAnswers(port, { sockets: 200, requests: 20, path: '/bn/organisations/' }),
    ],
    [
      '500 sockets send 120 kB of headers each, and no end',
      (port) => unfinishedHeads(port, { sockets: 500, bytes: 120_000 }),
    ],
  ])('while %s', async (_what, begin) => {
    for (let time = 0; time < 20; time += 1) await searchesOf(site);
    const before = mostMemoryOf(site.pid);

    const attack = await begin(site.port);
    // As many rounds of the event loop as the attack could be answered in.
    for (let time = 0; time < 40; time += 1) expect(await searchesOf(site)).toBe(200);
    attack.stop();

    expect(mostMemoryOf(site.pid) - before).toBeLessThan(120 * MB);
  });
});

test('5,000 searches at once on one socket keep nobody waiting until they are done', async () => {
  const attack = await pipelinedSearches(site.port, 5_000);

  expect(await searchesOf(site)).toBe(200);
  expect(attack.answered()).toBeLessThan(100);
  await expect.poll(attack.cut).toBe(1);
  expect(await searchesOf(site)).toBe(200);
});

async function searchesOf({ get }: typeof site): Promise<number> {
  const answer = await get('/search/?q=debt');
  await answer.arrayBuffer();
  return answer.status;
}
