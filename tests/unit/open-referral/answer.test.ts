/**
 * What the addresses of the open data answer. Covers src/open-referral/asking/filters.ts,
 * src/open-referral/asking/page.ts, src/open-referral/asking/parameters.ts,
 * src/open-referral/asking/read-query.ts.
 */
import { describe, expect, test } from 'vitest';
import { describeFeed } from '../../../src/open-referral/answer.ts';
import type { Problem } from '../../../src/open-referral/entities/page.ts';
import { aFeed } from '../../support/open-referral/a-feed.ts';

const seven = aFeed(Object.fromEntries([...'abcdefg'].map((name) => [name, {}])));

test('says which standard it follows, by the name that validators know', () => {
  expect(describeFeed(new URL('https://help.example'))).toEqual({
    version: 'HSDS-UK-3.0',
    profile: expect.stringMatching(/^https:/),
    openapi_url: 'https://help.example/api/open-referral/openapi.json',
  });
});

describe('a page of a list', () => {
  test.each([
    ['', 1, 7, 1, true, true],
    ['per_page=3', 1, 3, 3, true, false],
    ['per_page=3&page=2', 2, 3, 3, false, false],
    ['perPage=3&page=3', 3, 1, 3, false, true],
    ['per_page=7', 1, 7, 1, true, true],
    ['per_page=3&page=4', 4, 0, 3, false, true],
  ])('asked with %j is in the right envelope', async (query, number, size, pages, first, last) => {
    const { contents, ...envelope } = await seven.page('services', query);

    expect(envelope).toEqual({
      total_items: 7,
      total_pages: pages,
      page_number: number,
      size,
      first_page: first,
      last_page: last,
      empty: size === 0,
    });
    expect(contents).toHaveLength(size);
  });

  test('of nothing is empty, first and last', async () => {
    expect(await seven.page('service_at_locations')).toEqual({
      total_items: 0,
      total_pages: 0,
      page_number: 1,
      size: 0,
      first_page: true,
      last_page: true,
      empty: true,
      contents: [],
    });
  });

  test('holds what is one to one, and all of it when asked to', async () => {
    const [short] = (await seven.page('services')).contents;
    const [whole] = (await seven.page('services', 'full=true')).contents;

    expect(short).toHaveProperty('organization');
    expect(short).not.toHaveProperty('attributes');
    expect(whole).toHaveProperty('attributes');
  });

  test('repeats nothing and misses nothing from page to page', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => seven.slugs(`per_page=3&page=${page}`)),
    );

    expect(pages.flat()).toEqual([...'abcdefg']);
  });
});

describe('a request that cannot be answered', () => {
  test.each([
    ['services', 'page=0', 'page', 'Write a whole number from 1 to 1000000.'],
    ['services', 'page=-1', 'page', 'Write a whole number from 1 to 1000000.'],
    ['services', 'page=two', 'page', 'Write a whole number from 1 to 1000000.'],
    ['services', 'page=1e3', 'page', 'Write a whole number from 1 to 1000000.'],
    ['services', 'page=1&page=2', 'page', 'Write it once.'],
    ['services', 'per_page=101', 'per_page', 'Write a whole number from 1 to 100.'],
    ['services', 'per_page=3&perPage=4', 'per_page', 'Write it once.'],
    [
      'services',
      'taxonomy_term_id=food',
      'taxonomy_term_id',
      'Write the id of a term, from taxonomy_terms.',
    ],
    [
      'services',
      'day=someday',
      'day',
      'Write one of MO, TU, WE, TH, FR, SA, SU, or its English name.',
    ],
    ['services', 'start_time=25:00', 'start_time', 'Write a time of 24 hours, such as 09:30.'],
    ['services', 'minimum_age=old', 'minimum_age', 'Write a whole number from 0 to 150.'],
    ['services', 'postcode=E3', 'postcode', 'Write a whole postcode, such as E1 4AA.'],
    ['services', 'postcode=M1 1AE', 'postcode', 'Write a postcode of the borough.'],
    ['services', 'proximity=500', 'proximity', 'Write a postcode too.'],
    [
      'services',
      'modified_after=yesterday',
      'modified_after',
      'Write a day or a moment with its zone, such as 2026-11-30 or 2026-11-30T09:00:00Z.',
    ],
    [
      'services',
      'modified_after=2026-02-30',
      'modified_after',
      'Write a day or a moment with its zone, such as 2026-11-30 or 2026-11-30T09:00:00Z.',
    ],
    ['services', 'format=xml', 'format', 'Write json.'],
    ['services', 'full=perhaps', 'full', 'Write true or false.'],
    ['services', `search=${'x'.repeat(201)}`, 'search', 'Write at most 200 characters.'],
    ['taxonomies', 'search=food', 'search', 'Write one of these: page, per_page, format.'],
  ])('%s?%s is told what to write', async (list, query, parameter, detail) => {
    const answer = await seven.ask(list, query);

    expect(answer).toMatchObject({ ok: false, problem: { status: 400, parameter, detail } });
  });

  test('of a name that nobody knows is not answered with the whole list, nor is the name said back', async () => {
    const answer = await seven.ask('services', 'my+secret=1');

    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('with a parameter set to nothing is one without it', async () => {
    expect(await seven.slugs('search=&page=&day=')).toHaveLength(7);
  });

  test.each([
    ['services', 'nothing'],
    ['services', '00000000-0000-4000-8000-000000000000'],
    ['organizations', '00000000-0000-4000-8000-000000000000'],
    ['toString', 'x'],
  ])('%s/%s is not found', (list, id) => {
    const answer = seven.one(list, id) as { problem: Problem };

    expect(answer.problem).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/services/),
    });
  });
});

test('an id in capitals is the same id', () => {
  const { id } = seven.service('a');

  expect(seven.one('services', id.toUpperCase())).toMatchObject({ ok: true, body: { id } });
});

describe('services can be asked for', () => {
  const session = (days: string[], opens: string, closes: string) => ({ days, opens, closes });
  const feed = aFeed({
    centre: { name: 'Centre', needs: ['loneliness'] },
    club: {
      partOf: 'centre',
      needs: ['loneliness'],
      address: '1 Bow Road',
      postcode: 'E3 5AB',
      hours: 'In the day',
      sessions: [session(['mon', 'wed'], '10:00', '12:00'), session(['fri'], '18:00', '20:00')],
    },
    pantry: { needs: ['food'], address: '2 East India Dock Road', postcode: 'E14 2DN' },
  });
  const termId = async (code: string) => {
    const { contents } = await feed.page('taxonomy_terms', 'per_page=100');
    return contents.find((term) => term.code === code)?.id;
  };

  test('by a term, or by one that it is the parent of', async () => {
    expect(await feed.slugs(`taxonomy_term_id=${await termId('loneliness')}`)).toEqual([
      'centre',
      'club',
    ]);
    expect(await feed.slugs(`taxonomy_term_id=${await termId('group-money-and-food')}`)).toEqual([
      'pantry',
    ]);
  });

  test('by a taxonomy', async () => {
    const { contents } = await feed.page('taxonomies');
    const [needs, offers] = contents;

    expect(await feed.slugs(`taxonomy_id=${needs?.id}`)).toHaveLength(3);
    expect(await feed.slugs(`taxonomy_id=${offers?.id}`)).toEqual([]);
  });

  test('by who runs them', async () => {
    const { organization_id } = feed.service('club');

    expect(await feed.slugs(`organization_id=${organization_id}`)).toEqual(['centre', 'club']);
  });

  test.each([
    ['day=MO', ['club']],
    ['day=Friday', ['club']],
    ['day=tue', []],
    ['day=MO&start_time=10:00&end_time=12:00:00', ['club']],
    ['day=MO&start_time=10:01', []],
    ['day=MO&end_time=11:59', []],
    ['start_time=17:00', ['club']],
  ])('by when they are open: %s', async (query, expected) => {
    expect(await feed.slugs(query)).toEqual(expected);
  });

  test('by age, of which no listing tells anything', async () => {
    expect(await feed.slugs('minimum_age=18&maximum_age=25')).toHaveLength(3);
  });

  test('by how near they are, the nearest first', async () => {
    expect(await feed.slugs('postcode=E3 5AB')).toEqual(['club', 'pantry']);
    expect(await feed.slugs('postcode=e142dn')).toEqual(['pantry', 'club']);
    expect(await feed.slugs('postcode=E3 5AB&proximity=1000')).toEqual(['club']);
  });

  test('by words, in the order of the search', async () => {
    expect(await feed.slugs('search=pantry+centre')).toEqual(['pantry', 'centre']);
  });

  test('by all of these together', async () => {
    expect(await feed.slugs('search=pantry+club&day=MO')).toEqual(['club']);
  });

  test('at locations too', async () => {
    const { total_items } = await feed.page('service_at_locations', 'day=MO');

    expect(total_items).toBe(1);
  });
});

describe('terms can be asked for', () => {
  test('by taxonomy, by parent, and those at the top', async () => {
    const needs = (await seven.page('taxonomies')).contents[0]?.id;
    const names = async (query: string) =>
      (await seven.page('taxonomy_terms', `taxonomy_id=${needs}&${query}`)).contents;
    const groups = await names('top_only=true');

    expect(groups.map(({ name }) => name)).toEqual(['money-and-food', 'people']);
    expect((await names(`parent_id=${groups[0]?.id}`)).map(({ name }) => name)).toEqual(['Food']);
    expect(await names('')).toHaveLength(4);
  });
});
