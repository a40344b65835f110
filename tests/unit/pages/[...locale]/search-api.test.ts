import type { APIContext } from 'astro';
import { describe, expect, test } from 'vitest';
import { GET } from '../../../../src/pages/api/search.ts';
import { directory } from '../../../../src/wiring.ts';
import { loadJudgedQueries } from '../../../support/search/relevance.ts';

describe('GET /api/search', () => {
  test('answers with what a card shows, in the language asked for', async () => {
    const { body } = await get('q=food+bank&lang=bn&near=E3');
    expect(body.hits[0]).toMatchObject({
      id: 'bow-foodbank',
      name: 'Bow Foodbank',
      url: '/bn/organisations/bow-foodbank/',
      why: { by: 'name' },
      freshness: { state: 'never-checked' },
    });
    const food = directory.lists.needs.find(({ slug }) => slug === 'food');
    expect(body.hits[0].needs[0]).toEqual({ slug: 'food', label: food?.label.bn });
    expect(body.hits[0].distanceMetres).toBeGreaterThan(0);
    expect(body).toMatchObject({
      page: 1,
      perPage: 10,
      engine: 'embedded',
      degraded: false,
      understood: {
        needs: expect.arrayContaining(['food']),
        near: { state: 'found', postcode: 'E3' },
      },
    });
  });

  test('is kept by the visitor’s browser alone', async () => {
    const { response } = await get('q=lonely');
    expect(response.headers.get('Cache-Control')).toMatch(/^private/);
    expect(response.headers.get('Content-Type')).toMatch(/json/);
  });

  test('never weighs more than 15 kB', async () => {
    const queries = loadJudgedQueries('search-index/judged-queries.jsonl').filter(
      (_, i) => i % 10 === 0,
    );
    const weights = await Promise.all(
      queries.map(async ({ query, lang }) => {
        const { text } = await get(`lang=${lang}&q=${encodeURIComponent(query)}`);
        return Buffer.byteLength(text);
      }),
    );
    expect(Math.max(...weights)).toBeLessThanOrEqual(15_000);
  });

  test.each([
    '',
    'page=9999',
    'need=nothing&who=nobody',
    'q=%FF%FE',
    'lang=xx&sort=worst',
    'near=%00',
  ])('has an answer to ?%s', async (query) => {
    const { response, body } = await get(query);
    expect(response.status).toBe(200);
    expect(Array.isArray(body.hits)).toBe(true);
  });

  test('never shows a field that is for editors', async () => {
    const { text } = await get('');
    expect(text).not.toMatch(/editorsNote|sources|confidence/);
  });
});

async function get(query: string) {
  const url = new URL(`http://127.0.0.1/api/search?${query}`);
  const response = (await GET({ url, request: new Request(url) } as APIContext)) as Response;
  const text = await response.text();
  return { response, text, body: JSON.parse(text) };
}
