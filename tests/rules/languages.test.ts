import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translatedLocales } from '../../src/i18n/locale.ts';
import { readSourceFiles } from '../support/machine/source-files.ts';

/**
 * src/i18n/locale.ts is the only list of languages. Code that names one by its code is a list of its own, which
 * a new language would be missing from; `npm run test:languages` takes one through the site.
 */

/** What belongs to one language, whatever others there are. */
const ofOneLanguage = new Map([
  ['src/i18n/locale.ts', 'the list'],
  ['src/search/ranking/narrow-audience.ts', 'who most people are that speak a language'],
  ['src/search/words/typed-languages.ts', 'Bengali is typed in English letters too'],
  ['src/search/crisis/fold.ts', 'the ways in which a language is spelt'],
  ['src/search/crisis/text-features.ts', 'Bengali letters are folded as Bengali'],
  ['scripts/relevance/grade.ts', 'Bengali in English letters is asked on Bengali pages'],
]);

const configured = ['astro.config.mjs', 'playwright.config.ts', 'vitest.config.ts'];
const sources = [
  ...readSourceFiles(['src', 'scripts'], /\.(ts|tsx|astro|mjs|scss)$/),
  ...configured.map((path) => ({ path, text: readFileSync(path, 'utf8') })),
];

test('code does not list languages beside src/i18n/locale.ts', () => {
  const found = sources.flatMap(({ path, text }) =>
    ofOneLanguage.has(path) ? [] : findNamed(text).map((line) => `${path}: ${line}`),
  );
  expect(found).toEqual([]);
});

test('what belongs to one language still does', () => {
  const naming = sources.filter(({ text }) => findNamed(text).length > 0).map(({ path }) => path);

  expect([...ofOneLanguage.keys()].filter((path) => !naming.includes(path))).toEqual([]);
});

test.each([
  "const codes = ['en', 'bn'];",
  'const words = { en: 1, so: 2 };',
  String.raw`const FORM = /^(\/(bn|so))?\/refer\/$/;`,
  "'Disallow: /bn/search/',",
  'html[lang="bn"] body {',
  "import { messages } from './messages-so.ts';",
])('a language named in code is found: %s', (line) => {
  expect(findNamed(line)).toEqual([line]);
});

test.each([
  "// '/needs/food/' in a language: '/bn/needs/food/'.",
  "/** Such as 'bn'. */",
  'const also = isNew;',
  "t('site:so')",
])('other words are not: %s', (line) => {
  expect(findNamed(line)).toEqual([]);
});

function findNamed(text: string): string[] {
  const codes = translatedLocales.join('|');
  const named = new RegExp(
    [
      `['"\`](${codes})['"\`]`,
      `[{,]\\s*['"]?(${codes})['"]?:\\s`,
      `^\\s*(${codes}):\\s`,
      `/(${codes})/`,
      `[(|](${codes})[)|]`,
      `[-_](${codes})\\.\\w`,
    ].join('|'),
  );
  return withoutComments(text)
    .split('\n')
    .filter((line) => named.test(line));
}

// Not of what looks like a comment inside a string or a pattern, such as https://.
function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\/ .*$/gm, '$1').replace(/\/\*\*?[\s\S]*?\*\//g, '');
}
