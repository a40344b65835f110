import { expect, test } from 'vitest';
import { readSourceFiles, type SourceFile } from '../support/machine/source-files.ts';

/**
 * Dates, numbers and lists of words are put into words in src/i18n/ alone. Two that format differ sooner
 * or later: a date came with Bengali digits on one page and Latin ones on the next.
 */
const formatters = new RegExp(
  [
    String.raw`\bIntl\.(DateTime|Number|List|RelativeTime|Duration)Format\b`,
    String.raw`\bIntl\.PluralRules\b`,
    String.raw`\.toLocale(Date|Time)?String\(`,
    // Digits of Bengali, or the code of its zero: a map of them.
    '[\u09e6-\u09ef]',
    String.raw`0x0?9e6\b`,
  ].join('|'),
  'i',
);

const sources = readSourceFiles(['src', 'scripts'], /\.(ts|tsx|astro|mjs)$/);

test('only src/i18n/ makes formatters and knows the digits of a language', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap(findFormatters)).toEqual([]);
});

test('a formatter is found by whatever name it is made', () => {
  const lines = [
    "const days = new Intl.DateTimeFormat('bn', { month: 'long' });",
    'return number.toLocaleString(locale);',
    "new Date().toLocaleDateString('sv')",
    "text.replace(/[০-৯]/g, '')",
    'digit.charCodeAt(0) - 0x09e6',
    "new Intl.PluralRules('bn').select(0)",
    "new Intl.Collator('en')",
    "// As in '৬'.",
  ];
  const text = lines.join('\n');

  expect(findFormatters({ path: 'src/components/a.ts', text })).toEqual(
    lines.slice(0, 6).map((line, index) => `src/components/a.ts:${index + 1} ${line}`),
  );
  expect(findFormatters({ path: 'src/i18n/a.ts', text })).toEqual([]);
});

function findFormatters({ path, text }: SourceFile): string[] {
  if (path.startsWith('src/i18n/')) return [];
  return text.split('\n').flatMap((line, index) => {
    const isComment = /^\s*(\/\/|\/?\*)/.test(line);
    return !isComment && formatters.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [];
  });
}
