/** Covers src/layouts/alternates.ts, src/middleware.ts, src/wiring.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales, localisePath } from '../../src/i18n/locale.ts';
import { directory } from '../../src/wiring.ts';
import { clientFolder } from '../support/site/build-folder.ts';
import {
  attributes,
  isErrorPage,
  mainOf,
  readBuiltPages,
  toText,
} from '../support/site/built-pages.ts';

const pages = readBuiltPages();
const ordinary = pages.filter((page) => !isErrorPage(page));
const built = new Set(pages.map(({ path }) => path));
const { lists, listings, practices, situations } = directory;
const siteOrigin = new URL(process.env.SITE_URL ?? 'http://127.0.0.1:4321').origin;
// Made on demand by the server, so not in the build.
const onDemand =
  /^((\/(bn|so))?\/(search|refer|shortlist|report|suggest|feedback|whats-on)\/(\?|$)|\/api\/)/;

const expected = [
  '/',
  '/urgent-help/',
  '/help/',
  ...situations.map(({ slug }) => `/help/${slug}/`),
  '/needs/',
  ...lists.needs.map(({ slug }) => `/needs/${slug}/`),
  '/areas/',
  ...lists.areas.map(({ slug }) => `/areas/${slug}/`),
  '/changes/',
  ...lists.needs.map(({ slug }) => `/changes/${slug}/`),
  '/organisations/',
  ...listings.map(({ slug }) => `/organisations/${slug}/`),
  '/about/',
  '/about/accessibility/',
  '/about/privacy/',
  '/about/data-sources/',
  '/about/how-we-order-results/',
  '/about/for-professionals/',
  '/about/open-data/',
  '/about/posters/',
  ...practices.map(({ odsCode }) => `/about/posters/${odsCode}/`),
];

describe.each(locales)('in %s', (locale) => {
  test('every address of the site is built', () => {
    const missing = expected.filter((path) => !built.has(localisePath(locale, path)));

    expect(expected.length).toBeGreaterThan(500);
    expect(missing).toEqual([]);
  });

  test('every page has its language, one main heading, and a title of its own', () => {
    const mine = ordinary.filter((page) => page.locale === locale);
    const titles = new Map<string, string>();
    const wrong = mine.filter(({ path, html }) => {
      const [title = ''] = /<title>[^<]+<\/title>/.exec(html) ?? [];
      const twin = titles.get(title);
      titles.set(title, path);
      return (
        !html.includes(`<html lang="${locale}"`) ||
        html.match(/<h1\b/g)?.length !== 1 ||
        !title ||
        twin !== undefined
      );
    });

    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

test('every page names its own address and its three languages, in full', () => {
  const wrong = ordinary.filter(({ path, html, locale }) => {
    const inEnglish = locale === 'en' ? path : path.slice(3);
    const own = new URL(path, siteOrigin).href;
    const translations = locales.map(
      (each) => new URL(localisePath(each, inEnglish), siteOrigin).href,
    );
    const links = attributes(html, 'link', 'href');
    return (
      !html.includes(`<link rel="canonical" href="${own}">`) ||
      attributes(html, 'link', 'hreflang').join() !== 'en,bn,so,x-default' ||
      translations.some((href) => !links.includes(href))
    );
  });

  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('every link and form within the site leads to a page', () => {
  const dead = new Set<string>();
  for (const { path, html } of pages) {
    for (const href of [...attributes(html, 'a', 'href'), ...attributes(html, 'form', 'action')]) {
      if (!href.startsWith('/') || onDemand.test(href)) continue;
      const [address = ''] = href.split('#');
      const isFile = /\.(ics|atom)$/.test(address) && existsSync(clientFolder + address);
      if (!built.has(address) && !isFile) dead.add(`${path} → ${href}`);
    }
  }

  expect([...dead]).toEqual([]);
});

test('every link within a page leads to a place in it', () => {
  const dead = pages.flatMap(({ path, html }) =>
    attributes(html, 'a', 'href')
      .filter((href) => href.startsWith('#') && !html.includes(`id="${href.slice(1)}"`))
      .map((href) => `${path} → ${href}`),
  );

  expect(dead).toEqual([]);
});

test('links stay in the language of the page', () => {
  const strays = ordinary
    .filter(({ locale }) => locale !== 'en')
    .flatMap(({ path, html, locale }) =>
      attributes(mainOf(html), 'a', 'href')
        .filter((href) => /^\/(?!api\/)/.test(href) && !href.startsWith(`/${locale}/`))
        .map((href) => `${path} → ${href}`),
    );

  expect(strays).toEqual([]);
});

test('no page uses an id twice', () => {
  const twice = pages.flatMap(({ path, html }) => {
    const ids = attributes(html, '[a-z0-9]+', 'id');
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`);
  });

  expect(twice).toEqual([]);
});

test('words keep their space beside a link', () => {
  const about = pages.find(({ path }) => path === '/about/');
  const need = pages.find(({ path }) => path === '/needs/stop-smoking/');

  expect(toText(about?.html ?? '')).toContain(
    'You can search in your own words, look by need, look by area or go through every name',
  );
  expect(toText(need?.html ?? '')).toMatch(/\d places can help\. Choose by cost/);
});

test('one page of missing addresses speaks all three languages, each with ways on', () => {
  const html = pages.find(({ path }) => path === '/404.html')?.html ?? '';
  const sections = [...html.matchAll(/<section class="error-words[^"]*" lang="(\w+)">/g)];

  expect(sections.map(([, lang]) => lang)).toEqual(['en', 'bn', 'so']);
  for (const locale of locales) {
    expect(attributes(mainOf(html), 'a', 'href')).toContain(localisePath(locale, '/needs/'));
  }
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test('the sitemap lists every page, and robots.txt leads to it', () => {
  const sitemap = readFileSync(`${clientFolder}/sitemap.xml`, 'utf8');
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);

  expect(listed.toSorted()).toEqual(
    ordinary.map(({ path }) => new URL(path, siteOrigin).href).toSorted(),
  );
  expect(readFileSync(`${clientFolder}/robots.txt`, 'utf8')).toContain(`${siteOrigin}/sitemap.xml`);
});

test.each(locales)('the licence notices stand word for word, in %s', (locale) => {
  const address = localisePath(locale, '/about/data-sources/');
  const text = toText(pages.find(({ path }) => path === address)?.html ?? '');

  expect(text).toContain(
    'Contains OS data (c) Crown copyright and database right 2025. Contains Royal Mail data (c) Royal Mail copyright and database right 2025. Contains National Statistics data (c) Crown copyright and database right 2025.',
  );
  expect(text).toContain(
    'Contains information from NHS England, licensed under the Open Government Licence v3.0',
  );
  expect(text).toContain(
    'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data (c) Crown copyright and database right 2022.',
  );
});
