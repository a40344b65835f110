import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorkingCopy } from '../support/machine/a-working-copy.ts';
import { readMail } from '../support/mail/read-mail.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { aProductionSite, PRODUCTION_URL } from '../support/site/a-production-site.ts';
import { addLanguage } from './add-language.ts';

/**
 * A language is one entry in src/i18n/locale.ts and words in content/ and search-index/. Here Arabic is added
 * to a copy of the project, with the words of English: it runs from right to left, has six plural forms and
 * letters of its own, so it asks more of the site than any language that is on it.
 */

const FOODBANK = 'content/organisations/bow-foodbank.yaml';
const copy = aWorkingCopy();
let site: Awaited<ReturnType<typeof aProductionSite>>;
const read = async (path: string) => (await site.get(path)).text();

beforeAll(async () => {
  addLanguage(copy.folder, { code: 'ar', name: 'العربية', direction: 'rtl' });
  const translations = 'translations:\n  ar:\n    summary: طعام مجاني\n';
  copy.write(FOODBANK, copy.read(FOODBANK) + translations);
  await copy.run('scripts/check-content.ts');
  await copy.run('scripts/astro.mjs', 'build');
  site = await aProductionSite({}, copy.folder);
  return site.stop;
}, 600_000);

afterAll(copy.discard);

test('its pages run from right to left, and every language leads to them', async () => {
  const home = await read('/ar/');

  expect(home).toMatch(/<html lang="ar" dir="rtl"/);
  expect(home).toMatch(/<link rel="stylesheet" href="[^"]*right-to-left/);
  expect(home).toContain('<span aria-current="true">العربية</span>');
  expect(home).toMatch(/<link rel="alternate" hreflang="ar" href="[^"]*\/ar\/"/);
  for (const other of ['/', '/bn/', '/so/']) {
    expect(await read(other)).toMatch(/<li lang="ar" dir="rtl">\s*<a href="\/ar\/" hreflang="ar"/);
  }
});

test('words that are English run from left to right in them, and its own do not', async () => {
  const page = await read('/ar/organisations/bow-foodbank/');

  expect(page).toContain('<h1 lang="en" dir="ltr">Bow Foodbank</h1>');
  expect(page).toContain('<p class="lede">طعام مجاني</p>');
});

test('robots and the sitemap know them', async () => {
  const robots = await read('/robots.txt');
  const sitemap = await read('/sitemap.xml');

  for (const path of ['/ar/search/', '/ar/shortlist/', '/ar/s/']) {
    expect(robots).toContain(`\nDisallow: ${path}\n`);
  }
  expect(sitemap).toMatch(/<loc>[^<]*\/ar\/needs\/food\/<\/loc>/);
  expect(sitemap).toMatch(/hreflang="ar" href="[^"]*\/ar\/help\/lonely\/"/);
});

test('a search finds listings, by its own words too', async () => {
  const results = await read('/ar/search/?q=lonely');
  const own = await read(`/ar/search/?q=${encodeURIComponent('طعام')}`);
  const suggested = await (await site.get('/api/search?q=food&lang=ar')).json();

  expect(results).toMatch(/<html lang="ar" dir="rtl"/);
  expect(results).toContain('href="/ar/organisations/');
  expect(own).toContain('href="/ar/organisations/bow-foodbank/"');
  expect(suggested.hits[0].url).toMatch(/^\/ar\/organisations\//);
});

test('a handout sets it beside English, each in its direction', async () => {
  const handout = await read('/shortlist/handout/?items=bow-foodbank&with=ar');

  expect(handout).toMatch(/<dl lang="en">/);
  expect(handout).toMatch(/<dl lang="ar" dir="rtl">/);
});

test('a referral is checked, sent and followed in it, and its letters go out', async () => {
  const form = aReferralForm({
    formToken: site.token(),
    step: 'check',
    language: 'ar',
    email: 'resident@post.directory-on-trial.org.uk',
    emailCopy: 'yes',
  });
  const asked = { path: '/ar/refer/', headers: { origin: PRODUCTION_URL } };
  const checked = await site.post(form, asked);
  form.set('step', 'send');
  const sent = await site.post(form, asked);

  expect(checked.status).toBe(200);
  expect(await checked.text()).toMatch(/<html lang="ar" dir="rtl"/);
  expect(sent.status).toBe(303);
  const status = new URL(sent.headers.get('location') ?? '', PRODUCTION_URL).pathname;
  expect(status).toMatch(/^\/ar\/refer\/status\//);
  expect(await read(status)).toMatch(/<html lang="ar" dir="rtl"/);
  await expect.poll(() => site.mail.copies.length).toBe(2);
  const letters = site.mail.copies.map(({ bytes }) => readMail(bytes).text);
  expect(letters.some((text) => /Language: +Arabic/.test(text))).toBe(true);
  expect(letters.some((text) => text.includes(`${PRODUCTION_URL}/ar/refer/status/`))).toBe(true);
});

test('what is not found is said in it too', async () => {
  const missing = await site.get('/ar/no-such-page/');

  expect(missing.status).toBe(404);
  expect(await missing.text()).toMatch(/<section class="error-words" lang="ar" dir="rtl">/);
});

test('a plural form that it lacks is named', async () => {
  const path = 'content/locales/ar/search.json';
  const words = copy.read(path);
  copy.write(path, words.replace('"heading_few"', '"heading_fewer"'));

  await expect(copy.run('scripts/check-content.ts')).rejects.toThrow(
    'locales/ar/search.json, heading_few: is missing.',
  );
  copy.write(path, words);
});
