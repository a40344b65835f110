import { parseXml } from '@rgrove/parse-xml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDirectoryChanges } from '../../src/directory/changes/directory-changes.ts';
import { formatDay } from '../../src/i18n/dates.ts';
import { locales, localisePath } from '../../src/i18n/locale.ts';
import { directory } from '../../src/wiring.ts';
import { mainOf, toText } from '../support/site/built-pages.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

let site: Awaited<ReturnType<typeof startBuiltSite>>;

beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

const htmlOf = async (path: string) => (await site.get(path)).text();

test('the page of changes names each listing that changed last, and since when we can tell', async () => {
  const text = toText(mainOf(await htmlOf('/changes/')));
  const [newest] = findDirectoryChanges(directory);

  const begun = formatDay(directory.historiesBegun ?? '', 'en');

  expect(text).toContain(`We have noted changes since ${begun}.`);
  expect(newest).toBeDefined();
  if (newest?.listing) expect(text).toContain(`${newest.listing.name} – `);
});

test.each(locales)('programs find the feeds from the pages, in %s', async (locale) => {
  for (const [page, feed] of [
    ['/changes/', '/changes.atom'],
    ['/changes/food/', '/needs/food/changes.atom'],
    ['/needs/food/', '/needs/food/changes.atom'],
  ] as const) {
    const href = localisePath(locale, feed);
    const html = await htmlOf(localisePath(locale, page));
    expect(html).toMatch(
      new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]* href="${href}"`),
    );

    const answer = await site.get(href);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(parseXml(await answer.text()).root?.name).toBe('feed');
  }
});

test('every feed of a need is well-formed, and none holds a fact', async () => {
  for (const { slug } of directory.lists.needs) {
    const text = await htmlOf(`/needs/${slug}/changes.atom`);
    expect(parseXml(text).root?.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
    expect(text).not.toMatch(/\b0\d{2,3} \d{3,4} \d{4}\b/);
  }
});

test('a feed that has not changed is not sent again', async () => {
  const etag = (await site.get('/changes.atom')).headers.get('etag') ?? '';

  expect((await site.get('/changes.atom', { headers: { 'if-none-match': etag } })).status).toBe(
    304,
  );
});
