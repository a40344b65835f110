import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fetch, findInlineScripts, weighPage } from '../../../scripts/bench/weigh-page.ts';
import { findLanguage, type Locale, locales, localisePath } from '../../../src/i18n/locale.ts';
import { clientFolder } from '../../support/site/build-folder.ts';
import { startBuiltSite } from '../../support/site/built-site.ts';

/** Budgets of a first visit over brotli, in bytes. A page in letters that need a font of ours may weigh more. */
const largestPage = (locale: Locale) => (findLanguage(locale).font ? 80_000 : 35_000);
const MOST_SCRIPT_ON_RESULTS = 12_000;
const MOST_SCRIPT_ON_LISTING = 500;
const MOST_SCRIPT_TO_LEAVE = 1000;
/** Loaded when the shortlist is first used. */
const MOST_SCRIPT_IN_USE = 4000;
const largestForm = (locale: Locale) => (findLanguage(locale).font ? 90_000 : 45_000);
// The form's own checks run in the browser too: of postcodes, phone numbers and dates by all their rules.
const MOST_SCRIPT_ON_FORM = 16_000;

const slugsIn = (folder: string) =>
  readdirSync(`${clientFolder}/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `/${folder}/${name}/`);
const templates = {
  home: ['/'],
  results: [
    '/search/?q=lonely',
    '/search/?q=bailiffs+and+no+food',
    '/search/?q=food&near=E1+4AA',
    '/search/',
  ],
  'what’s on': ['/whats-on/', '/whats-on/?when=week', '/whats-on/?when=now'],
  changes: ['/changes/'],
  need: slugsIn('needs'),
  situation: ['/help/', ...slugsIn('help')],
  listing: slugsIn('organisations'),
};

let site: Awaited<ReturnType<typeof startBuiltSite>>;
const fetched = new Map<string, ReturnType<Fetch>>();
const fetchOnce: Fetch = (path) => {
  const known = fetched.get(path) ?? fetchCompressed(path);
  fetched.set(path, known);
  return known;
};

beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

describe.each(locales)('in %s', (locale) => {
  test.each(Object.entries(templates))(
    'every %s page is within its budget',
    async (_name, paths) => {
      const heavy: string[] = [];
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) {
        const { total } = await weighPage(localisePath(locale, path), fetchOnce);
        if (total > largestPage(locale)) heavy.push(`${locale} ${path}: ${total} bytes`);
      }

      expect(paths.length).toBeGreaterThan(0);
      expect(heavy).toEqual([]);
    },
  );
});

test.each(locales)('the form in %s is light, with its script', async (locale) => {
  const { total, js } = await weighPage(localisePath(locale, '/refer/'), fetchOnce);

  expect(js).toBeGreaterThan(5000);
  expect(js).toBeLessThanOrEqual(MOST_SCRIPT_ON_FORM);
  expect(total).toBeLessThanOrEqual(largestForm(locale));
});

test('the page of results runs little script, and does run some', async () => {
  const { js } = await weighPage('/search/?q=lonely', fetchOnce);

  expect(js).toBeGreaterThan(1000);
  expect(js).toBeLessThanOrEqual(MOST_SCRIPT_ON_RESULTS);
});

test('the page of a listing runs next to no script, and little where a reader may need to leave', async () => {
  const inline: string[] = [];
  const heavy: string[] = [];
  for (const path of templates.listing) {
    const { text } = await fetchOnce(path);
    const { js } = await weighPage(path, fetchOnce);
    const most = text.includes('id="leave-page"') ? MOST_SCRIPT_TO_LEAVE : MOST_SCRIPT_ON_LISTING;
    if (findInlineScripts(text).length > 0) inline.push(path);
    if (js > most || js === 0) heavy.push(`${path}: ${js} bytes`);
  }

  expect(inline).toEqual([]);
  expect(heavy).toEqual([]);
});

test('using the shortlist loads little more', async () => {
  const files = readdirSync(`${clientFolder}/_astro`).filter((file) => file.endsWith('.js'));
  const links = files.find((file) => file.startsWith('links.'));
  const page = `<script src="/_astro/${links}"></script>`;
  const fetchLinks: Fetch = async (path) =>
    path === '/' ? { text: page, bytes: page.length } : fetchOnce(path);

  const { js } = await weighPage('/', fetchLinks);

  expect(js).toBeGreaterThan(1000);
  expect(js).toBeLessThanOrEqual(MOST_SCRIPT_IN_USE);
});

test('a page is weighed with all that it loads', async () => {
  const files: Record<string, string> = {
    '/': '<html lang="bn"><b lang="ru">ж</b><link rel="stylesheet" href="/a.css"><link rel="icon" href="/i.svg"><img src="/p.png"><script type="module" src="/s.js"></script><script>12345</script>খ',
    '/a.css':
      '@font-face{src:url(/f.woff2);unicode-range:U+980-9FE}@font-face{src:url(/no.woff2);unicode-range:U+400-4FF}b{background:url("b.png")}',
    '/s.js': 'import{a}from"./t.js";import("./later.js")',
  };

  const weight = await weighPage('/', async (path) => ({ text: files[path] ?? '', bytes: 10 }));

  expect(weight).toEqual({
    html: 10,
    css: 10,
    js: 20 + 9,
    fonts: 10,
    images: 30,
    total: 80,
    requests: 8,
  });
});

async function fetchCompressed(path: string) {
  const answer = await site.get(path, { headers: { 'accept-encoding': 'br' } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const text = await answer.text();
  return { text, bytes: Number(answer.headers.get('content-length')) };
}
