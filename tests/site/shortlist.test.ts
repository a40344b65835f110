/** Covers src/components/shortlist/entry-name.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weighPage } from '../../scripts/bench/weigh-page.ts';
import { toShortAddress } from '../../src/shortlist/short-address.ts';
import { toShortlistAddress } from '../../src/shortlist/shortlist-address.ts';
import { directory, today } from '../../src/wiring.ts';
import { withinOneDay } from '../support/days/days.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

/** As for every page (tests/rules/built/page-weight.test.ts), with the longest list there can be. */
const LARGEST_PAGE = 35_000;
const longest = directory.listings
  .map(({ slug }) => slug)
  .toSorted((a, b) => b.length - a.length)
  .slice(0, 30);
const full = { slugs: longest, made: '2020-05-12' };

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());
const htmlOf = async (path: string) => (await site.get(path)).text();

describe('/shortlist/', () => {
  test('is nobody else’s: not kept by others, not for search engines, in its language', async () => {
    for (const [prefix, lang] of [
      ['', 'en'],
      ['/bn', 'bn'],
      ['/so', 'so'],
    ]) {
      const answer = await site.get(`${prefix}/shortlist/?items=bow-foodbank&made=2020-05-12`);
      const html = await answer.text();

      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('private, max-age=0');
      expect(html).toContain(`<html lang="${lang}"`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain('id="leave-page"');
    }
  });

  test('gives a list that begins today’s day', async () => {
    const { answer, day } = await withinOneDay(async () => ({
      answer: await site.get('/bn/shortlist/?items=bow-foodbank.ability-bow&made=new'),
      day: today(),
    }));

    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      `/bn/shortlist/?items=bow-foodbank.ability-bow&made=${day}`,
    );
  });

  test.each(['', '&made=2020-05-1', '&made=', '&made=unknown', '&made=2099-01-01'])(
    'says that an address has no day that can be read, and dates it nothing: %s',
    async (made) => {
      for (const [prefix, words] of [
        ['', 'We cannot read in this address on which day'],
        ['/bn', 'কোন দিন তৈরি হয়েছিল'],
        ['/so', 'maalinta liiska la sameeyay'],
      ]) {
        const answer = await site.get(`${prefix}/shortlist/?items=bow-foodbank.ability-bow${made}`);
        const html = await answer.text();

        expect(answer.status).toBe(200);
        expect(html).toContain(words);
        expect(html).toContain(`${prefix}/shortlist/?items=ability-bow&amp;made=unknown`);
      }
      const sheet = await htmlOf(`/shortlist/handout/?items=bow-foodbank${made}`);
      expect(sheet).toContain('It is not known on which day this list was made.');
    },
  );

  test('holds thirty of the longest names in an address that everything can bear', async () => {
    const address = toShortlistAddress('bn', full);
    const html = await htmlOf(address);

    expect(`https://support.towerhamlets.example.org${address}`.length).toBeLessThan(2000);
    expect(html.match(/<li class="card entry"/g)).toHaveLength(30);
    expect(html).not.toContain('name="list"');
  });

  test('is light, however long the list', async () => {
    const { total } = await weighPage(toShortlistAddress('en', full), async (path) => {
      const answer = await site.get(path, { headers: { 'accept-encoding': 'br' } });
      const bytes = Number(answer.headers.get('content-length'));
      return { text: await answer.text(), bytes };
    });

    expect(total).toBeGreaterThan(5000);
    expect(total).toBeLessThanOrEqual(LARGEST_PAGE);
  });

  test('repeats no word that the directory never had', async () => {
    const html = await htmlOf('/shortlist/?items=win-a-prize.bow-foodbank&made=2020-05-12');
    const outsideAttributes = html.replaceAll(/="[^"]*"/g, '');

    expect(outsideAttributes).toContain('Not in our directory');
    expect(outsideAttributes).not.toMatch(/win.a.prize/);
  });

  test('is not there under languages that the site does not have', async () => {
    for (const path of ['/en/shortlist/', '/fr/shortlist/', '/fr/s/9ekcrzqhhr28k/']) {
      expect((await site.get(path)).status, path).toBe(404);
    }
  });

  test('leaves no trace of a list in the log', () => {
    expect(site.log()).not.toMatch(/bow-foodbank|win-a-prize/);
  });
});

test('a short address leads to the list, for now', async () => {
  const answer = await site.get(toShortAddress('so', full));

  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(toShortlistAddress('so', full));
});

test('every link of a search that is for a list keeps the list', async () => {
  const html = await htmlOf('/search/?q=lonely&cost=free&list=bow-foodbank&made=2020-05-12');
  const links = [...html.matchAll(/href="(\/search\/\?[^"]*)"/g)].map(([, href = '']) => href);

  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((href) => !href.includes('list=bow-foodbank&amp;made=2020-05-12'))).toEqual(
    [],
  );
  expect(html).toContain('href="/shortlist/?items=bow-foodbank.');
});
