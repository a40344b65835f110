import { describe, expect, test } from 'vitest';
import { readSourceFiles } from '../support/machine/source-files.ts';
import { findCovered, findModules, findReached, isNamedFor } from './tested-modules.ts';

const files = readSourceFiles(['src', 'tests', 'scripts'], /\.(ts|tsx|astro|mjs)$/);
const byPath = new Map(files.map((file) => [file.path, file]));
const tests = files.filter(({ path }) => /^tests\/.*\.(test|spec)\.ts$/.test(path));
// These ask a server or a browser, and import little of what they test.
const fromOutside = /^tests\/(site|operating|journeys|commands|faults)\//;

describe('a reader finds the test of a module', () => {
  test('by its name, or by the first lines of the test that covers it', () => {
    const covered = new Set(tests.flatMap(findCovered));
    const lost = findModules(files).filter(
      (module) => !covered.has(module) && !tests.some(({ path }) => isNamedFor(module, path)),
    );

    expect(findModules(files).length).toBeGreaterThan(200);
    expect(lost).toEqual([]);
  });

  test('which names only modules that there are', () => {
    const wrong = tests.flatMap((file) =>
      findCovered(file)
        .filter((module) => !byPath.has(module))
        .map((module) => `${file.path}: ${module}`),
    );

    expect(wrong).toEqual([]);
  });

  test('which runs what it says it covers', () => {
    const wrong = tests
      .filter(({ path }) => !fromOutside.test(path))
      .flatMap((file) => {
        const reached = findReached(file, byPath);
        return findCovered(file)
          .filter((module) => !reached.has(module))
          .map((module) => `${file.path}: ${module}`);
      });

    expect(wrong).toEqual([]);
  });
});

test('the first comment of a test is read, up to the end of its sentence', () => {
  const text = '/**\n * Covers src/a/b.ts,\n * src/c.tsx.\n */\n// src/d.ts\n';

  expect(findCovered({ path: 'tests/unit/x.test.ts', text })).toEqual(['src/a/b.ts', 'src/c.tsx']);
});

test.each([
  ['src/a/b.ts', 'tests/unit/a/b.test.ts', true],
  ['src/a/b.ts', 'tests/unit/a/b-faults.test.ts', true],
  ['src/a/b.ts', 'tests/unit/a/bc.test.ts', false],
  ['src/a/b.ts', 'tests/unit/b.test.ts', false],
])('%s has its test in %s: %s', (module, path, named) => {
  expect(isNamedFor(module, path)).toBe(named);
});
