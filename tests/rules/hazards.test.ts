import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasTest, type NamedTest } from '../support/docs/named-tests.ts';

const log = readFileSync('docs/hazards.md', 'utf8');
const hazards = log.split(/^## /m).slice(1);
const parts = ['Cause', 'Effect', 'What we do', 'Shown by', 'What remains', 'Who signs'];

test('the hazard log has at least 12 hazards, numbered without a gap', () => {
  expect(hazards.length).toBeGreaterThanOrEqual(12);
  expect(hazards.map((hazard) => /^H\d+/.exec(hazard)?.[0])).toEqual(
    hazards.map((_, index) => `H${index + 1}`),
  );
});

describe.each(hazards.map((hazard) => [hazard.split('\n')[0], hazard]))('%s', (_title, hazard) => {
  test('says what it is, what is done, what remains and who signs', () => {
    expect([...hazard.matchAll(/^- \*\*(.+):\*\*/gm)].map(([, part]) => part)).toEqual(parts);
  });

  test('names tests that exist', () => {
    const named = findNamedTests(hazard);

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((each) => !hasTest(each))).toEqual([]);
  });
});

test('a test that does not exist is missed', () => {
  const [named] = findNamedTests('  - `tests/rules/hazards.test.ts`: flies to the moon\n');

  expect(named).toEqual({ path: 'tests/rules/hazards.test.ts', title: 'flies to the moon' });
  const path = 'tests/rules/files.test.ts';
  const title = 'no file only passes on what others export';
  expect(hasTest({ path, title })).toBe(true);
  expect(hasTest({ path, title: title.slice(0, -1) })).toBe(false);
  expect(hasTest({ path: 'tests/rules/no.test.ts', title })).toBe(false);
  const kill = { path: 'tests/faults/accepting-kills.test.ts', title: '#1 kill -9 before BEGIN' };
  expect(hasTest(kill)).toBe(true);
  expect(hasTest({ ...kill, title: '#5 kill -9 before BEGIN' })).toBe(false);
  expect(hasTest({ ...kill, path: 'tests/faults/people.test.ts' })).toBe(false);
});

function findNamedTests(hazard: string): NamedTest[] {
  return [...hazard.matchAll(/^ {2}- `(tests\/\S+)`: (.+)$/gm)].map(
    ([, path = '', title = '']) => ({ path, title }),
  );
}
