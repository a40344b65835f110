import { describe, expect, test } from 'vitest';
import { messages as bn } from '../../src/i18n/messages-bn.ts';
import { messages as en } from '../../src/i18n/messages-en.ts';
import { messages as so } from '../../src/i18n/messages-so.ts';
import { errorCodes, stopReasons } from '../../src/referral/browser.ts';
import { readSourceFiles } from '../support/machine/source-files.ts';

type Texts = Record<string, string>;
const english = flatten(en);

/** Staff read English: a translation of their letters would be work that nobody checks or reads. */
const isForStaff = (key: string) => key.startsWith('staff:');

/** Keys put together in code from a closed set of values. */
const composed = [
  /^listing:reach_(london|national)$/,
  /^search:facet_(need|who|cost|language|area|way)$/,
  /^search:noDistance_(remote|wide|elsewhere|private|unknown)$/,
  /^site:problem\.(address|method|form|tooLarge|notFound|fault)\.(title|text)$/,
  /^refer:trouble\.(not-saved|cannot-tell|too-many|old-page|not-a-person|too-large)\.(heading|text)/,
  new RegExp(`^refer:stop\\.(${stopReasons.join('|')})\\.(heading|text|more)$`),
  new RegExp(`^refer:error\\.(${errorCodes.join('|')})$`),
];

describe.each([
  ['Bengali', flatten(bn)],
  ['Somali', flatten(so)],
])('%s', (_language, texts) => {
  test("has the keys of English but staff's, no more and no fewer", () => {
    const expected = Object.keys(english).filter((key) => !isForStaff(key));

    expect(Object.keys(texts).toSorted()).toEqual(expected.toSorted());
  });

  test('fills in the same values as English', () => {
    const different = Object.entries(texts).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test('leaves nothing empty', () => {
    expect(Object.entries(texts).filter(([, text]) => !text.trim())).toEqual([]);
  });
});

test('English leaves nothing empty', () => {
  expect(Object.entries(english).filter(([, text]) => !text.trim())).toEqual([]);
});

test('Bengali texts hold Bengali', () => {
  const latin = Object.entries(flatten(bn)).filter(
    ([, text]) =>
      !/[\u0980-\u09ff]/.test(text.replace(/\{\{\w+\}\}/g, '')) &&
      /[a-z]{3}/i.test(text.replace(/\{\{\w+\}\}/g, '')),
  );
  expect(latin).toEqual([]);
});

test('every key is used', () => {
  const source = readSourceFiles(['src', 'scripts'], /\.(ts|tsx|astro)$/)
    .map(({ text }) => text)
    .join('\n');
  const unused = Object.keys(english).filter((key) => {
    const name = key.replace(/_(zero|one|two|few|many|other)$/, '');
    const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``];
    return (
      !quoted.some((each) => source.includes(each)) && !composed.some((each) => each.test(key))
    );
  });
  expect(unused).toEqual([]);
});

// 'site:problem.notFound.title' for { site: { problem: { notFound: { title } } } }.
function flatten(messages: object, prefix = ''): Texts {
  const joint = prefix === '' ? '' : prefix.includes(':') ? '.' : ':';
  return Object.fromEntries(
    Object.entries(messages).flatMap(([name, value]) => {
      const key = `${prefix}${joint}${name}`;
      return typeof value === 'string' ? [[key, value]] : Object.entries(flatten(value, key));
    }),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted();
}
