import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasTest } from '../support/docs/named-tests.ts';

const rows = readFileSync('docs/in-every-hand.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (kind|---) /.test(line));

test('the table of troubles has rows, each once', () => {
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map((row) => row.split(' | ')[0])).size).toBe(rows.length);
});

describe.each(rows.map((row) => [row.split(' | ')[0]?.slice(2), row]))('%s', (_kind, row) => {
  test('has what was seen before, and a test that exists', () => {
    const [, , path = '', title = ''] =
      /^\| .+ \| (.+) \| `(tests\/\S+)`: (.+) \|$/.exec(row) ?? [];
    expect(hasTest({ path, title }), `${path}: ${title}`).toBe(true);
  });
});
