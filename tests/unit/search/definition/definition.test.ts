/**
 * Covers src/search/definition/definition-schemas.ts, src/search/crisis/crisis-schemas.ts,
 * src/platform/files/search-index-files.ts.
 */
import { describe, expect, test } from 'vitest';
import { loadSearchIndexFiles } from '../../../../src/platform/files/search-index-files.ts';
import { parseDefinition } from '../../../../src/search/definition/definition.ts';

const { files } = loadSearchIndexFiles('search-index');

describe('a mistake in search-index/ is named with its file', () => {
  test.each([
    ['a file that is gone', 'lexical.json', undefined, /lexical\.json is missing/],
    ['a file that is no JSON', 'definition.json', '{', /definition\.json cannot be read/],
    ['an unknown field', 'everyday/food.yaml', 'en: [food]\nfr: [pain]', /food\.yaml.*fr/s],
    ['a phrase that is a list', 'crisis/self-harm.yaml', 'kinds: [x]', /crisis\/self-harm\.yaml/],
    [
      'a limit that is no number',
      'definition.json',
      '{"limits":{"words":"ten"}}',
      /definition\.json/,
    ],
  ])('%s', (_, path, text, message) => {
    const changed = new Map(files);
    if (text === undefined) changed.delete(path);
    else changed.set(path, text);
    expect(() => parseDefinition(changed)).toThrow(message);
  });
});

test('judged queries are no part of the definition', () => {
  expect([...files.keys()].filter((path) => path.includes('judged'))).toEqual([]);
});
