import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listingSchema } from '../../src/directory/listing.ts';
import { parseDirectory } from '../../src/directory/reading/parse-directory.ts';
import { situationSchema } from '../../src/directory/situation.ts';
import { today } from '../../src/platform/clock.ts';
import { loadContentFiles } from '../../src/platform/files/content-files.ts';

const readme = readFileSync('content/README.md', 'utf8');
const [beforeSituations = '', aboutSituations = ''] = readme.split('## What a link worker knows');
const [afterSituations = ''] = /^## [\s\S]*/m.exec(aboutSituations) ?? [];
const listingChapters = beforeSituations + afterSituations;
const [smallest = '', ...additions] = examplesIn(listingChapters);
const situationChapter = aboutSituations.replace(afterSituations, '');
const situations = examplesIn(situationChapter);
const { files, hash } = loadContentFiles('content');

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

  test('shows situations that the check takes', () => {
    expect(situations.length).toBeGreaterThan(0);
    for (const text of situations) {
      expect(problemsWithFile('situations/an-example.yaml', text)).toEqual([]);
    }
  });

  test('explains every field of a situation, and no other', () => {
    const explained = [...situationChapter.matchAll(/^\| (?:— )?\**(\w+)\** \|/gm)];
    const [, ...fields] = explained.map(([, name]) => name);
    const { first } = situationSchema.shape;
    const known = [...Object.keys(situationSchema.shape), ...Object.keys(first.element.shape)];
    expect(fields.toSorted()).toEqual(known.toSorted());
  });

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
    const needed = [...listingChapters.matchAll(/^\| (?:— )?\*\*(\w+)\*\* \|/gm)].map(
      ([, name]) => name,
    );
    const required = Object.entries({ ...listingSchema.shape, ...listingSchema.shape.trust.shape })
      .filter(([, schema]) => !schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(needed.toSorted()).toEqual(required.toSorted());
  });
});

function examplesIn(text: string): string[] {
  return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = '']) => example);
}

function problemsWith(text: string): string[] {
  return problemsWithFile('organisations/bow-lunch-club.yaml', text);
}

function problemsWithFile(path: string, text: string): string[] {
  const parsed = parseDirectory({ files: [...files, { path, text }], hash }, today());
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}
