import { expect, test } from 'vitest';
import { readSourceFiles } from '../support/machine/source-files.ts';

/**
 * Sides are named by the direction of reading (margin-inline-start, text-align: end), so that a language
 * that runs from right to left is laid out without styles of its own.
 */

const PHYSICAL = [
  /^(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b/,
  /^border-(top|bottom)-(left|right)-radius\b/,
  /^(left|right):/,
  /^(float|clear|text-align|caption-side): *(left|right)\b/,
];
/** Top, right, bottom and left, with another value on the right than on the left. */
const FOUR_SIDES =
  /^(?:margin|padding|inset|border-(?:width|style|color)): *(\S+) (\S+) (\S+) (\S+);/;

/** By file and line: why a side of the screen is meant. */
const meant = new Map([
  ['src/styles/refer/_refer.scss  float: left;', 'as wide as what it is in: it has no side'],
  [
    'src/styles/base/_leave-page.scss  float: right;',
    'for browsers that do not know the line below it',
  ],
]);

test('styles name sides by the direction of reading', () => {
  const found = readSourceFiles(['src/styles'], /\.scss$/).flatMap(({ path, text }) =>
    findPhysicalSides(text).map((line) => `${path}  ${line}`),
  );

  expect(found.filter((line) => !meant.has(line))).toEqual([]);
  expect([...meant.keys()].filter((line) => !found.includes(line))).toEqual([]);
});

test.each([
  'margin-left: 1rem;',
  'border-right-color: red;',
  'border-top-left-radius: 4px;',
  'left: 0;',
  'float: right;',
  'text-align: left;',
  'margin: 0 1rem 0 2rem;',
])('a side of the screen is found: %s', (line) => {
  expect(findPhysicalSides(`.card {\n  ${line}\n}`)).toEqual([line]);
});

test.each([
  'margin-inline-start: 1rem;',
  'inset-inline-start: 0;',
  'float: inline-end;',
  'margin: 0 1rem 2rem 1rem;',
  'padding: 0 1rem;',
  '// left: 0;',
])('a side of reading is not: %s', (line) => {
  expect(findPhysicalSides(`.card {\n  ${line}\n}`)).toEqual([]);
});

function findPhysicalSides(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => PHYSICAL.some((pattern) => pattern.test(line)) || hasUnequalSides(line));
}

function hasUnequalSides(line: string): boolean {
  const [, , right, , left] = FOUR_SIDES.exec(line) ?? [];
  return right !== left;
}
