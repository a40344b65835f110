import { describe, expect, test } from 'vitest';
import { readSourceFiles } from '../support/machine/source-files.ts';
import { type FunctionShape, findFunctions, findSpreadLiterals } from './code-shape.ts';

const files = readSourceFiles(['src', 'scripts', 'tests'], /\.(ts|tsx|astro|mjs)$/);

// What fits a screen.
const LONGEST = 60;
// A factory may be longer as a list of short functions, each read by itself.
const LONGEST_FACTORY = 120;
const LONGEST_IN_FACTORY = 40;

function isTooLong({ lines, ownLines, longestInside }: FunctionShape): boolean {
  if (lines <= LONGEST) return false;
  const isListOfShortOnes = ownLines <= LONGEST_IN_FACTORY && longestInside <= LONGEST_IN_FACTORY;
  return !isListOfShortOnes || lines > LONGEST_FACTORY;
}

describe('the code of this project', () => {
  test('has no function that does not fit a screen', () => {
    // A list of tests is read one by one.
    const code = files.filter(({ path }) => !/\.(test|spec)\.ts$|^tests\/contract\//.test(path));
    const functions = code.flatMap(findFunctions);

    expect(functions.length).toBeGreaterThan(1000);
    const tooLong = functions.filter(isTooLong).map(({ where }) => where);
    expect(tooLong).toEqual([]);
  });

  test('spreads no literal into another', () => {
    expect(files.flatMap(findSpreadLiterals)).toEqual([]);
  });
});

describe('a function is too long', () => {
  const body = (lines: number) => '  run();\n'.repeat(lines);
  const shapeOf = (text: string) => {
    const [outermost] = findFunctions({ path: 'src/x.ts', text });
    if (!outermost) throw new Error('There is no function in the example.');
    return outermost;
  };

  test.each([
    [58, false],
    [59, true],
  ])('with %i lines between its first and its last: %s', (lines, tooLong) => {
    expect(isTooLong(shapeOf(`function run() {\n${body(lines)}}\n`))).toBe(tooLong);
  });

  test.each([
    [30, 2, false],
    [45, 2, true],
    [35, 4, true],
  ])('as a factory of functions of %i lines, %i of them: %s', (lines, many, tooLong) => {
    const inner = `  function run() {\n${body(lines)}  }\n`;

    expect(isTooLong(shapeOf(`function createRun() {\n${inner.repeat(many)}}\n`))).toBe(tooLong);
  });

  test('is known by its place and name', () => {
    expect(shapeOf('const a = 1;\nconst run = () => {\n  go();\n};\n').where).toBe(
      'src/x.ts:2 run',
    );
  });
});

test.each([
  'f({ ...{ a, b } })',
  '[...[1, 2]]',
  '<A {...{ a }} />',
  '[...([1, 2] as const)]',
  'f({ ...({ a } satisfies A) })',
])('%s is found', (text) => {
  expect(findSpreadLiterals({ path: 'src/x.tsx', text })).toEqual(['src/x.tsx:1']);
});

test.each(['f({ ...a })', '[...[1, 2].map(f)]', '({ ...(a ? { b } : {}) })'])(
  '%s is let be',
  (text) => {
    expect(findSpreadLiterals({ path: 'src/x.ts', text })).toEqual([]);
  },
);
