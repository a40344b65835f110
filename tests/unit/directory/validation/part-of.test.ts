import { describe, expect, test } from 'vitest';
import { listingFields, problemsOf } from '../../../support/directory/content.ts';

const listing = (name: string, partOf?: string) => listingFields({ name, partOf });

describe('partOf', () => {
  test('a parent and its parent are fine', () => {
    expect(
      problemsOf({
        'organisations/branch.yaml': listing('Branch', 'trunk'),
        'organisations/trunk.yaml': listing('Trunk', 'root'),
        'organisations/root.yaml': listing('Root'),
      }),
    ).toEqual([]);
  });

  test('a parent that does not exist is reported with the nearest that does', () => {
    expect(problemsOf({ 'organisations/tea.yaml': listing('Tea', 'bow-lunchclub') })).toEqual([
      "organisations/tea.yaml, partOf: found 'bow-lunchclub', but there is no content/organisations/bow-lunchclub.yaml. Did you mean 'bow-lunch-club'?",
    ]);
  });

  test('a parent whose file cannot be read is not reported as missing', () => {
    expect(
      problemsOf({
        'organisations/child.yaml': listing('Child', 'broken'),
        'organisations/broken.yaml': 'name: "Broken',
      }),
    ).toEqual([expect.stringContaining('organisations/broken.yaml')]);
  });

  test('a circle is reported in each file that makes it, and not in one that only leads there', () => {
    expect(
      problemsOf({
        'organisations/a.yaml': listing('A club', 'b'),
        'organisations/b.yaml': listing('B club', 'c'),
        'organisations/c.yaml': listing('C club', 'a'),
        'organisations/d.yaml': listing('D club', 'a'),
      }),
    ).toEqual([
      'organisations/a.yaml, partOf: goes round in a circle: a → b → c → a. One of them is not part of another.',
      'organisations/b.yaml, partOf: goes round in a circle: b → c → a → b. One of them is not part of another.',
      'organisations/c.yaml, partOf: goes round in a circle: c → a → b → c. One of them is not part of another.',
    ]);
  });

  test('a listing that is part of itself is reported', () => {
    expect(problemsOf({ 'organisations/a.yaml': listing('A club', 'a') })).toEqual([
      'organisations/a.yaml, partOf: goes round in a circle: a → a. One of them is not part of another.',
    ]);
  });
});
