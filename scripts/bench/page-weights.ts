import { readdirSync, statSync } from 'node:fs';
import { defaultLocale, languages, localisePath } from '../../src/i18n/locale.ts';
import type { startBuiltSite } from '../../tests/support/site/built-site.ts';
import { atMost, kB, type Section } from './table.ts';
import { weighPage } from './weigh-page.ts';

/** A page of each kind; of needs and listings the longest. */
export const measuredPages = {
  home: '/',
  results: '/search/?q=lonely',
  need: longestIn('needs'),
  listing: longestIn('organisations'),
};

/** English, and each language that a visitor loads a font for; the others weigh what English does. */
export const measuredLanguages = languages.filter(
  ({ code, font }) => code === defaultLocale || font !== null,
);

const LARGEST = 35_000;
const LARGEST_WITH_FONT = 80_000;
// On a need's and a listing's page: what waits for the first press of "Add to shortlist".
const MOST_SCRIPT = { home: Number.POSITIVE_INFINITY, results: 12_000, need: 500, listing: 500 };

/** What a first visit loads, compressed. tests/rules/built/page-weight.test.ts holds it for every page. */
export async function measurePageWeights(
  site: Awaited<ReturnType<typeof startBuiltSite>>,
): Promise<Section> {
  const fetchOnce = async (path: string) => {
    const answer = await site.get(path, { headers: { 'accept-encoding': 'br' } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    const bytes = Number(answer.headers.get('content-length'));
    return { text: await answer.text(), bytes };
  };
  const rows: Section['rows'] = [];
  for (const { code, font: ownFont } of measuredLanguages) {
    const largest = ownFont ? LARGEST_WITH_FONT : LARGEST;
    for (const [name, path] of Object.entries(measuredPages)) {
      const { total, js, fonts, requests } = await weighPage(localisePath(code, path), fetchOnce);
      const font = fonts > 0 ? `, font ${kB(fonts)}` : '';
      rows.push(atMost(`${code} ${name} (${requests} requests${font})`, total, largest, kB));
      const most = MOST_SCRIPT[name as keyof typeof measuredPages];
      if (code === defaultLocale && Number.isFinite(most)) {
        rows.push(atMost(`${code} ${name}: JavaScript`, js, most, kB));
      }
    }
  }
  return { title: 'First visit, all that a page loads, brotli', rows };
}

function longestIn(folder: string): string {
  const sizes = readdirSync(`dist/client/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      path: `/${folder}/${name}/`,
      size: statSync(`dist/client/${folder}/${name}/index.html`).size,
    }));
  return sizes.toSorted((a, b) => b.size - a.size)[0]?.path ?? '/';
}
