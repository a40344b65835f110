import { expect, test } from 'vitest';
import {
  findProseProblems,
  findUntranslatedProse,
} from '../../../../src/directory/reading/prose.ts';
import { locales } from '../../../../src/i18n/locale.ts';

const page = (text: string, head = 'title: About\ndescription: What it is\n') =>
  `---\n${head}---\n\n${text}\n`;
const words = { en: 'We help you find support.', bn: 'আমরা সাহায্য করি।', so: 'Waan ku caawinaa.' };

/** The page in each language, and `changes` by path; undefined takes one away. */
function pages(changes: Record<string, string | undefined> = {}) {
  const sound = Object.fromEntries(
    locales.map((locale) => [`pages/${locale}/about.md`, page(words[locale])]),
  );
  return Object.entries({ ...sound, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

test('a page in every language has no problem', () => {
  expect(findProseProblems(pages())).toEqual([]);
  expect(findUntranslatedProse(pages())).toEqual([]);
});

test.each([
  [
    'missing in a language',
    'so/about',
    undefined,
    undefined,
    'Every page is written in en, bn, so',
  ],
  ['not in English', 'bn/extra', page('x'), undefined, 'English has no page of this name'],
  [
    'in a language that the site does not have',
    'fr/about',
    page('x'),
    undefined,
    "'fr' is no language",
  ],
  ['without a head', 'en/about', 'Hello\n', 1, 'a page begins with a line of three hyphens'],
  ['without a title', 'en/about', page('x', 'description: D\n'), 1, "'title: …'"],
  [
    'with a slip in its head',
    'en/about',
    page('x', 'title: "A\ndescription: D\n'),
    2,
    'no second "',
  ],
  ['without a text', 'en/about', page(''), undefined, 'no text below its title'],
  ["with git's marks", 'en/about', page('<<<<<<< a\nx\n=======\ny\n>>>>>>> b'), 6, "two people's"],
])('a page %s is named', (_what, name, text, line, message) => {
  const problems = findProseProblems(pages({ [`pages/${name}.md`]: text }));
  expect(problems).toContainEqual(
    expect.objectContaining({
      file: `pages/${name}.md`,
      ...(line && { line }),
      message: expect.stringContaining(message),
    }),
  );
});

test('a page that is English still is found', () => {
  const english = page(words.en);
  const found = findUntranslatedProse(
    pages({ 'pages/bn/about.md': english, 'pages/so/about.md': english }),
  );
  expect(found.map(({ file }) => file)).toEqual(['pages/bn/about.md', 'pages/so/about.md']);
});
