/** The open data over HTTP, as other directories and the validator of Open Referral UK read it. Covers src/wiring/open-referral.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directory } from '../../src/wiring.ts';
import { hasSharedData } from '../support/directory/shared-data.ts';
import { createHsdsChecks } from '../support/open-referral/hsds-schemas.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const BASE = '/api/open-referral';
const lists = ['services', 'service_at_locations', 'taxonomies', 'taxonomy_terms'] as const;
const schemas = {
  services: 'service',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
} as const;

interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: { id: string; directory_slug?: string; name?: string }[];
}

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

const ask = (path: string, init: RequestInit = {}) => site.get(BASE + path, init);
const read = async <T = Page>(path: string): Promise<T> => {
  const answer = await ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
};

test('says what it is, and where it is described', async () => {
  const root = await read<{ version: string; openapi_url: string }>('');
  const { pathname } = new URL(root.openapi_url);
  const described = await site.get(pathname);

  expect(root.version).toBe('HSDS-UK-3.0');
  expect(described.status).toBe(200);
  expect(((await described.json()) as { openapi: string }).openapi).toMatch(/^3\.0/);
});

describe('the rules of the official validator', () => {
  test.each(lists)('hold for the first, middle and last page of %s', async (list) => {
    const first = await read(`/${list}?page=1`);
    const pages = [1, Math.max(1, Math.floor(first.total_pages / 2)), first.total_pages];
    for (const number of pages) {
      const page = await read(`/${list}?page=${number}`);

      expect(page).toMatchObject({
        total_items: first.total_items,
        page_number: number,
        size: page.contents.length,
        first_page: number === 1,
        last_page: number === first.total_pages,
        empty: false,
      });
    }
  });

  test.each(['perPage', 'per_page'])(
    'hold for pages of a size that is asked for by %s',
    async (name) => {
      for (const number of [1, 2, 3]) {
        const page = await read(`/services?page=${number}&${name}=10`);

        expect([page.size, page.contents.length]).toEqual([10, 10]);
      }
    },
  );

  test.each(lists)('hold for ids: every one that %s lists is answered', async (list) => {
    const { total_pages } = await read(`/${list}?per_page=100`);
    const ids: string[] = [];
    for (let page = 1; page <= total_pages; page += 1) {
      const { contents } = await read(`/${list}?per_page=100&page=${page}`);
      ids.push(...contents.map(({ id }) => id));
    }
    for (const id of ids) {
      const { status, headers } = await ask(`/${list}/${id}`);
      expect([id, status, headers.get('content-type')]).toEqual([id, 200, 'application/json']);
    }

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasSharedData)(
  `the schemas of Open Referral UK 3.0${hasSharedData ? '' : ' (skipped: they are not here)'}`,
  () => {
    const checks = createHsdsChecks();

    test('hold for what /  says', async () => {
      expect(checks.findErrors('api_details', await read(''))).toEqual([]);
    });

    test.each(lists)('hold for %s as they are sent', async (list) => {
      const page = await read(`/${list}`);
      const one = await read(`/${list}/${page.contents.at(-1)?.id}`);

      expect(checks.findErrors(`${schemas[list]}_list`, page)).toEqual([]);
      expect(checks.findErrors(schemas[list], one)).toEqual([]);
    });
  },
);

test('every listing is in it', async () => {
  const slugs: unknown[] = [];
  for (let page = 1; page <= Math.ceil(directory.listings.length / 100); page += 1) {
    const { contents } = await read(`/services?per_page=100&page=${page}`);
    slugs.push(...contents.map(({ directory_slug }) => directory_slug));
  }

  expect(slugs).toEqual(directory.listings.map(({ slug }) => slug));
});

test('words find services by need, as on the site', async () => {
  const { contents, total_items } = await read('/services?search=nothing+to+eat&per_page=5');
  const found = directory.findListing(contents[0]?.directory_slug ?? '');

  expect(found?.needs).toContain('food');
  expect(total_items).toBeLessThan(directory.listings.length);
});

describe('an answer', () => {
  test('may be kept for a while, and is not sent again while it is the same', async () => {
    const { headers } = await ask('/services');
    const again = await ask('/services', {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });

    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('to words stays out of caches that others read', async () => {
    const { headers } = await ask('/services?search=debt');

    expect(headers.get('cache-control')).toBe('private, max-age=60');
  });

  test('is given without a redirect, with a slash at its end or not', async () => {
    for (const path of ['', '/', '/services', '/services/', '/taxonomy_terms?perPage=2']) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
  });

  test('to HEAD has the same headers and no body', async () => {
    const answer = await ask('/services', { method: 'HEAD' });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe((await ask('/services')).headers.get('etag'));
    expect(await answer.text()).toBe('');
  });

  test.each([
    ['/services?page=0', 400],
    ['/services?who=me', 400],
    ['/services?page=%FF', 400],
    ['/services/nothing', 404],
    ['/services/00000000-0000-4000-8000-000000000000', 404],
    ['/organizations', 404],
    ['/a/b/c', 404],
  ])('to %s says what is wrong, for any site to read', async (path, status) => {
    const answer = await ask(path);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, detail: expect.stringMatching(/^Write /) });
  });
});
