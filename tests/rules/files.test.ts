import { expect, test } from 'vitest';
import { readSourceFiles } from '../support/machine/source-files.ts';

const files = readSourceFiles(['src', 'scripts', 'tests'], /\.(ts|tsx|astro|mjs|scss)$/);
const LONGEST = 300;

test('no file is longer than can be read at a sitting', () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(
      ({ path, lines }) => `${path}: ${lines} lines, at most ${LONGEST}; split it by what it knows`,
    );

  expect(long).toEqual([]);
});

test('no file or folder has a name that could hold anything', () => {
  const anything = /(^|\/)(utils?|helpers?|common|shared|lib|misc|types|services?)(\/|\.[a-z]+$)/i;

  expect(files.map(({ path }) => path).filter((path) => anything.test(path))).toEqual([]);
});

test('no file only passes on what others export', () => {
  const barrels = files.filter(
    ({ path }) => /(^|\/)index\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('src/pages/'),
  );

  expect(barrels.map(({ path }) => path)).toEqual([]);
});
