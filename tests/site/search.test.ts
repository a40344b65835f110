/** Covers src/components/search/results/results-heading.ts, src/wiring/search.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SuggestionAnswer } from '../../src/search/browser.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

describe('/search/', () => {
  test('is a page for one visitor: private, not for search engines, in its language', async () => {
    for (const [path, lang] of [
      ['/search/?q=yoga', 'en'],
      ['/bn/search/?q=yoga', 'bn'],
      ['/so/search/?q=yoga', 'so'],
    ] as const) {
      const answer = await site.get(path);
      const html = await answer.text();

      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toMatch(/^private/);
      expect(html).toContain(`<html lang="${lang}"`);
      expect(html).toContain('<meta name="robots" content="noindex">');
    }
  });

  test('is not there under languages that the site does not have', async () => {
    for (const path of ['/en/search/?q=yoga', '/fr/search/?q=yoga', '/a/b/search/']) {
      const answer = await site.get(path);

      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).toContain('href="/"');
    }
  });

  test('shows what was typed as text, never as markup', async () => {
    const typed = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const query = new URLSearchParams({ q: typed, near: typed, need: typed, sort: typed });
    const html = await textOf(`/search/?${query}`);
    // Within quotes a "<" is only a letter, and the quotes typed are escaped.
    const outsideAttributes = html.replaceAll(/="[^"]*"/g, '');

    expect(outsideAttributes).not.toContain('<script>alert');
    expect(outsideAttributes).not.toContain('<img');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('uses the first 200 letters of very long words, and says so', async () => {
    const answer = await site.get(`/search/?q=${'lonely+'.repeat(1500)}`);
    const html = await answer.text();

    expect(answer.status).toBe(200);
    expect(html).toContain('Your search was very long.');
    expect(html.length).toBeLessThan(60_000);
  });

  test('leaves out filters it does not know, and says so', async () => {
    const html = await textOf('/search/?q=lonely&cost=gold&who=martians&area=bow&colour=red');

    expect(html).toContain('We left out a filter in this link that we do not know.');
    expect(html).toContain('Neighbourhood: Bow');
    expect(html).toMatch(/[1-9]\d* results? for/);
  });

  test('says that a page past the last is not there, and leads to the first and last', async () => {
    const answer = await site.get('/search/?q=lonely&page=9999');
    const html = await answer.text();

    expect(answer.status).toBe(404);
    expect(html).toContain('There is no page 9,999');
    expect(html).toMatch(/href="\/search\/\?q=lonely"/);
    expect(html).toMatch(/href="\/search\/\?q=lonely&(amp;|#38;)page=\d+"/);
  });

  test('reads a page number that is none as the first page', async () => {
    for (const page of ['0', '-1', '2.5', 'two', '1e99']) {
      const answer = await site.get(`/search/?q=lonely&page=${page}`);
      expect([200, 404], page).toContain(answer.status);
    }
    expect(await textOf('/search/?q=lonely&page=two')).toContain('Page 1 of');
  });

  test('has kind words for each fate of a postcode', async () => {
    expect(await textOf('/search/?q=food&near=e14aa')).toContain('straight line from E1 4AA');
    expect(await textOf('/search/?q=food&near=SW1A+1AA')).toContain(
      'SW1A 1AA is outside Tower Hamlets.',
    );
    expect(await textOf('/search/?q=food&near=E1+9ZZ')).toContain(
      'That is a gap in our list, not your mistake.',
    );
    expect(await textOf('/search/?q=food&near=home')).toContain(
      'We do not know “home” as a postcode or a place.',
    );
  });

  test('answers malformed percent-encoding with a page', async () => {
    const answer = await site.get('/search/?q=%E0%A4%A&need=%ZZ');

    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).toContain('href="/');
  });

  test('offers topics when nothing is asked', async () => {
    const html = await textOf('/search/');

    expect(html).toContain('<h1 id="results-heading" tabindex="-1">Find support</h1>');
    expect(html).toContain('href="/needs/loneliness/"');
  });

  test('leaves nothing of what was typed in the log', async () => {
    await site.get('/search/?q=my+very+private+words&near=E1+4AA');
    await site.get('/api/search?q=my+very+private+words');

    expect(site.log()).not.toMatch(/private|E1.?4AA/);
  });
});

async function textOf(path: string): Promise<string> {
  return (await site.get(path)).text();
}

describe('/api/suggestions', () => {
  test('names needs and services in the language asked for, in little', async () => {
    const answer = await site.get('/api/suggestions?q=toyn&lang=so');
    const text = await answer.text();

    expect(answer.headers.get('cache-control')).toMatch(/^private/);
    expect(text.length).toBeLessThan(1500);
    expect(JSON.parse(text).listings[0]).toEqual({
      name: 'Toynbee Hall',
      url: '/so/organisations/toynbee-hall/',
    });
  });

  test('knows a service by another name, and what people say of a situation', async () => {
    const { listings, situations } = await suggestionsFor('cab');
    expect(listings[0]?.otherName).toMatch(/^cab$/i);
    expect(situations.length).toBeLessThanOrEqual(3);

    const eviction = await suggestionsFor('eviction', 'bn');
    expect(eviction.situations[0]?.url).toMatch(/^\/bn\/help\/[a-z-]+\/$/);
    expect(eviction.situations[0]?.title).toMatch(/\p{Script=Bengali}/u);
  });

  test('says whether the words say more than a need', async () => {
    expect((await suggestionsFor('lonely')).needs[0]).toEqual({
      slug: 'loneliness',
      saysMore: false,
    });
    expect((await suggestionsFor('food near the mosque')).needs).toContainEqual({
      slug: 'food',
      saysMore: true,
    });
  });

  test('has an answer for anything', async () => {
    for (const query of ['', '?q=', '?lang=fr&q=zz', `?q=${'x'.repeat(5000)}`]) {
      const answer = await site.get(`/api/suggestions${query}`);
      expect(answer.status, query).toBe(200);
      expect(await answer.json(), query).toMatchObject({ needs: expect.any(Array) });
    }
  });
});

async function suggestionsFor(q: string, lang = 'en'): Promise<SuggestionAnswer> {
  const query = new URLSearchParams({ q, lang });
  return (await site.get(`/api/suggestions?${query}`)).json() as Promise<SuggestionAnswer>;
}
