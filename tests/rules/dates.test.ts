import { expect, test } from 'vitest';
import { findImports, readSourceFiles, type SourceFile } from '../support/machine/source-files.ts';

/**
 * Tests that meet the real clock: they start the site, its worker or a browser, or read the content, whose
 * checks and sessions are dated by it. A date near it would one day come to pass, and the test would fail;
 * so theirs are made of the day it is (tests/support/days/days.ts) or are of another age. Other tests hand their own day to what they test.
 */
const realClock = /^tests\/(site|journeys|faults|content|rules\/built)\//;
// Before the directory there was, and after 2036: 2038 is where 32 bits end.
const nearYear = '20(?:2[1-9]|3[0-6])';
const nearDate = new RegExp(
  [
    // The name of a file of collected data is no day.
    `\\b${nearYear}-[01]\\d\\b(?!\\.jsonl)`,
    `\\b\\d{1,2} [A-Z][a-z]+ ${nearYear}\\b`,
    `\\bUTC\\(${nearYear}\\b`,
    `'${nearYear}'`,
    '\\bNOON\\b',
  ].join('|'),
);
// Its rows are dated a fixed noon, for stores whose clock is moved by hand; NOON above is that noon.
const fixedNoon = 'tests/support/referral/a-store.ts';

const files = readSourceFiles(['tests'], /\.(ts|mjs)$/);

test('what meets the real clock has no date near it but those it derives from it', () => {
  const wrong = findReached(files)
    .filter(({ path }) => path !== fixedNoon)
    .flatMap(findNearDates);

  expect(wrong).toEqual([]);
});

test('every journey’s browser has the clock of the run', () => {
  const ordinary = files.filter(
    ({ path, text }) =>
      path.startsWith('tests/journeys/') &&
      !text.includes("{ test } from '../../support/browser/journey-test.ts'"),
  );

  expect(ordinary.map(({ path }) => path)).toEqual([]);
});

test('a date near the real clock is found in a test of the site, and in what only it imports', () => {
  const mistaken: SourceFile[] = [
    {
      path: 'tests/site/a.test.ts',
      text: "import { b } from '../support/b.ts';\nget('made=2026-11-20');",
    },
    {
      path: 'tests/support/b.ts',
      text: "// Of 22 November 2026.\nexport const b = { dobYear: '2026' };",
    },
    { path: 'tests/support/c.ts', text: "export const today = '2026-11-22';" },
    { path: 'tests/unit/c.test.ts', text: "import { today } from '../support/c.ts';" },
    {
      path: 'tests/faults/d.test.ts',
      text: "until('2038-02-01'); born('1980'); from(Date.UTC(2020, 0));",
    },
  ];

  expect(findReached(mistaken).flatMap(findNearDates)).toEqual([
    'tests/site/a.test.ts:2: 2026-11',
    "tests/support/b.ts:2: '2026'",
  ]);
});

/** The tests that meet the real clock, and all files of tests that they import. */
function findReached(all: readonly SourceFile[]): SourceFile[] {
  const reached = new Set(all.filter(({ path }) => realClock.test(path)));
  for (const file of reached) {
    const targets = findImports(file).map((imported) => imported.file);
    for (const one of all) if (targets.includes(one.path)) reached.add(one);
  }
  return [...reached];
}

function findNearDates({ path, text }: SourceFile): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isComment = /^\s*(\/\/|\/?\*)/.test(line);
    const found = isComment ? undefined : nearDate.exec(line)?.[0];
    return found ? [`${path}:${index + 1}: ${found}`] : [];
  });
}
