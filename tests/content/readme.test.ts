import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listingSchema } from '../../src/directory/listing.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { today } from '../../src/platform/clock.ts';
import { loadContentFiles } from '../../src/platform/content-files.ts';

const readme = readFileSync('content/README.md', 'utf8');
const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const [smallest = '', ...additions] = examples;
const { files, hash } = loadContentFiles('content');
const others = files.filter(({ path }) => !path.startsWith('organisations/'));

describe('the README for editors', () => {
  test('shows a listing that the check takes', () => {
    expect(problemsWith(smallest)).toEqual([]);
  });

  test.each(additions.map((text) => [text.split('\n')[0] ?? '', text]))(
    'shows an addition that the check takes: %s',
    (_first, text) => {
      expect(problemsWith(JSON.stringify({ ...parse(smallest), ...parse(text) }))).toEqual([]);
    },
  );

  test('explains every field of a listing, and no other', () => {
    const table = /## The fields([\s\S]*?)\nSessions:/.exec(readme)?.[1] ?? '';
    const explained = [...table.matchAll(/^\| (?:— )?\**(\w+)\** \|/gm)].map(([, name]) => name);
    const [, ...fields] = explained;
    const known = [
      ...Object.keys(listingSchema.shape),
      ...Object.keys(listingSchema.shape.trust.shape),
    ];
    expect(fields.toSorted()).toEqual(known.toSorted());
  });

  test('marks as needed the fields a listing cannot do without', () => {
    const needed = [...readme.matchAll(/^\| (?:— )?\*\*(\w+)\*\* \|/gm)].map(([, name]) => name);
    const required = Object.entries({ ...listingSchema.shape, ...listingSchema.shape.trust.shape })
      .filter(([, schema]) => !schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(needed.toSorted()).toEqual(required.toSorted());
  });
});

function problemsWith(text: string): string[] {
  const file = { path: 'organisations/bow-lunch-club.yaml', text };
  const parsed = parseDirectory({ files: [...others, file], hash }, today());
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}
