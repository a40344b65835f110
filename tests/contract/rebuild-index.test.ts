/**
 * Covers src/search/engines/meilisearch/site-index.ts, src/search/engines/meilisearch/rebuild-index.ts,
 * src/search/engines/meilisearch/index-documents.ts, src/search/engines/meilisearch/index-tasks.ts,
 * src/search/engines/meilisearch/index-version.ts, src/search/engines/meilisearch/swap-index.ts,
 * src/search/engines/meilisearch/interrupted-builds.ts.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import {
  createSiteIndex,
  type SiteIndex,
} from '../../src/search/engines/meilisearch/site-index.ts';
import { directory } from '../../src/wiring.ts';
import { aListing } from '../support/directory/a-listing.ts';
import {
  ADMIN_KEY,
  aMeilisearchStub,
  SEARCH_KEY,
} from '../support/meilisearch/a-meilisearch-stub.ts';
import { searchDefinition } from '../support/search/search-definition.ts';

let stub: Awaited<ReturnType<typeof aMeilisearchStub>>;
let lines: string[] = [];
let runs = 0;
beforeEach(async () => {
  stub = await aMeilisearchStub();
  lines = [];
});
afterEach(() => stub.close());

const report = (line: string) => lines.push(line);
const indexes = () => [...stub.queue.indexes.keys()];
const held = () => [...(stub.queue.indexes.get('listings')?.documents.keys() ?? [])];

describe('npm run index', () => {
  test('makes the index that search needs, settings before documents, and leaves nothing beside it', async () => {
    await anIndex(['a', 'b']).rebuild(report);
    expect(held()).toEqual(['a', 'b']);
    expect(indexes()).toEqual(['listings']);
    expect(stub.queue.tasks.map(({ type }) => type)).toEqual([
      'indexCreation',
      'settingsUpdate',
      'documentAdditionOrUpdate',
      'indexSwap',
      'indexUpdate',
      'indexDeletion',
    ]);
    expect(lines.at(-1)).toMatch(/^listings is live: 2 listings/);
  });

  test('puts a new index in the place of the old one, however often', async () => {
    await anIndex(['a', 'b']).rebuild(report);
    await anIndex(['b', 'c', 'd']).rebuild(report);
    await anIndex(['b', 'c', 'd']).rebuild(report);
    expect(held()).toEqual(['b', 'c', 'd']);
    expect(indexes()).toEqual(['listings']);
  });

  test('sends listings in batches', async () => {
    const slugs = Array.from({ length: 2_300 }, (_, i) => `listing-${i}`);
    await anIndex(slugs).rebuild(report);
    expect(held()).toHaveLength(2_300);
    const batches = stub.asked.filter(({ path }) => path.endsWith('/documents'));
    expect(batches.map(({ body }) => (body as unknown[]).length)).toEqual([1_000, 1_000, 300]);
  });

  test('may run twice at once, even where there is no index yet', async () => {
    stub.queue.takeMs(5);
    // In full, or a run that a busy machine holds up passes for one that was interrupted.
    const runs = [1, 2].map(() => anIndex(['a', 'b'], { waits: wait }).rebuild(report));
    await Promise.all(runs);
    expect(held()).toEqual(['a', 'b']);
    expect(indexes()).toEqual(['listings']);
  });

  test('of other content at the same time leaves one of both, whole', async () => {
    stub.queue.takeMs(5);
    const some = anIndex(['a', 'b'], { indexVersion: 'some', waits: wait });
    const others = anIndex(['c', 'd', 'e'], { indexVersion: 'others', waits: wait });
    await Promise.all([some.rebuild(report), others.rebuild(report)]);
    expect([['a', 'b'].join(), ['c', 'd', 'e'].join()]).toContain(held().join());
    expect(indexes()).toEqual(['listings']);
  });

  test('sends only what a page shows anyway', async () => {
    const secret = 'not for publication';
    const listing = {
      ...aListing('a'),
      note: secret,
      trust: { sources: [secret] },
      phone: '020 1',
    };
    await anIndexOf([listing]).rebuild(report);
    expect(JSON.stringify(stub.asked)).not.toMatch(/not for publication|020 1/);
  });
});

describe('a run that fails or stops leaves the live index alone', () => {
  beforeEach(() => anIndex(['a']).rebuild(report));

  test.each([
    ['refuses the settings', 'PATCH', /\/settings$/, 500],
    ['refuses a batch', 'POST', /\/documents$/, 413],
    ['refuses the swap', 'POST', /\/swap-indexes$/, 500],
  ])('when the server %s', async (_, method, path, status) => {
    stub.behave((request, response) => {
      if (request.method !== method || !path.test(request.path)) return false;
      response.writeHead(status).end('{"message":"no","code":"internal"}');
      return true;
    });
    await expect(anIndex(['b']).rebuild(report)).rejects.toThrow('no');
    expect(held()).toEqual(['a']);
    expect(indexes()).toEqual(['listings']);
  });

  test('when a change is taken and then fails, and it says which', async () => {
    await expect(anIndex(['not an id!']).rebuild(report)).rejects.toThrow(
      /listings 1 to 1: invalid_document_id/,
    );
    expect(held()).toEqual(['a']);
    expect(indexes()).toEqual(['listings']);
  });

  test('when documents are missing at the end', async () => {
    stub.behave(({ path, body }) => {
      if (path.endsWith('/documents')) (body as unknown[]).pop();
      return false;
    });
    await expect(anIndex(['b', 'c']).rebuild(report)).rejects.toThrow(/should hold 2 .* holds 1/);
    expect(held()).toEqual(['a']);
  });

  test('when there is nothing to index', async () => {
    await expect(anIndex([]).rebuild(report)).rejects.toThrow(/no open listing/);
    expect(held()).toEqual(['a']);
  });

  test('and the next one deletes what an interrupted one left', async () => {
    stub.fill('listings__interrupted', {}, []);
    stub.fill('listings_of_another_site', {}, []);
    await anIndex(['b']).rebuild(report);
    expect(indexes().toSorted()).toEqual(['listings', 'listings_of_another_site']);
  });

  test('but not what another run is still building', async () => {
    stub.fill('listings__alive', {}, []);
    // Its next change comes while this run waits whether there is one.
    const waits = async (ms: number) => {
      stub.queue.addDocuments('listings__alive', []);
      await wait(ms / 20);
    };
    await anIndex(['b'], { waits }).rebuild(report);
    expect(indexes()).toContain('listings__alive');
  });
});

describe('npm run index -- --check', () => {
  test('says whether the live index is of this content and definition', async () => {
    expect(await anIndex(['a']).check()).toMatchObject({ isCurrent: false });
    await anIndex(['a']).rebuild(report);
    expect(await anIndex(['a']).check()).toMatchObject({ isCurrent: true });
    expect(await anIndex(['a', 'b']).check()).toMatchObject({ isCurrent: false });
    expect(await anIndex(['a'], { indexVersion: 'newer' }).check()).toMatchObject({
      isCurrent: false,
      report: expect.stringContaining('and should hold 1 of version'),
    });
  });
});

test('searches go on while the index is swapped, and every one is whole', async () => {
  const slugs = Array.from({ length: 40 }, (_, i) => `listing-${i}`);
  await anIndex(slugs).rebuild(report);
  let isOver = false;
  const totals = new Set<number>();
  const searching = (async () => {
    while (!isOver) {
      const queries = [{ indexUid: 'listings', q: '', limit: 0, facets: ['version'] }];
      const response = await fetch(`${stub.url}/multi-search`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SEARCH_KEY}` },
        body: JSON.stringify({ queries }),
      });
      const [{ facetDistribution }] = (await response.json()).results;
      for (const total of Object.values(facetDistribution.version)) totals.add(Number(total));
    }
  })();
  await anIndex(slugs).rebuild(report);
  await anIndex(slugs).rebuild(report);
  isOver = true;
  await searching;
  expect([...totals]).toEqual([40]);
});

type IndexChanges = { indexVersion?: string; waits?: (ms: number) => Promise<void> };

function anIndex(slugs: string[], changes: IndexChanges = {}): SiteIndex {
  return anIndexOf(
    slugs.map((slug) => aListing(slug)),
    changes,
  );
}

function anIndexOf(
  listings: Parameters<typeof createSiteIndex>[0]['listings'],
  { indexVersion = 'test', waits = (ms) => wait(ms / 20) }: IndexChanges = {},
): SiteIndex {
  runs += 1;
  return createSiteIndex({
    url: stub.url,
    key: ADMIN_KEY,
    index: 'listings',
    run: `run-${runs}`,
    definition: searchDefinition,
    indexVersion,
    hash: (text: string) => `${text.length}`,
    listings,
    lists: directory.lists,
    site: directory.site,
    today: today(),
    wait: waits,
  });
}
