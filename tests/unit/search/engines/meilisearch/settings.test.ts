/** Covers src/search/engines/minisearch-options.ts. */
import { describe, expect, test } from 'vitest';
import { loadSearchIndexFiles } from '../../../../../src/platform/files/search-index-files.ts';
import { parseDefinition } from '../../../../../src/search/definition/definition.ts';
import { toMeilisearchSettings } from '../../../../../src/search/engines/meilisearch/settings.ts';
import { toMiniSearchOptions } from '../../../../../src/search/engines/minisearch-options.ts';
import { searchDefinition, tokeniser } from '../../../../support/search/search-definition.ts';

// Residents' phrases, by far the most of the files, set up no engine.
const files = [...loadSearchIndexFiles('search-index').files].filter(
  ([path]) => !/^(everyday|situations)\//.test(path),
);

function definitionWith(path: string, change: (text: string) => string) {
  const changed = new Map(files);
  changed.set(path, change(changed.get(path) ?? ''));
  return parseDefinition(changed);
}

describe('one definition sets up both engines', () => {
  test('a field that moves and weighs more does so in both', () => {
    const changed = definitionWith('definition.json', (text) => {
      const definition = JSON.parse(text);
      const place = definition.fields.find((field: { name: string }) => field.name === 'place');
      const others = definition.fields.filter((field: { name: string }) => field.name !== 'place');
      return JSON.stringify({ ...definition, fields: [{ ...place, weight: 99 }, ...others] });
    });

    expect(toMeilisearchSettings(searchDefinition).searchableAttributes?.[0]).toBe('name');
    expect(toMeilisearchSettings(changed).searchableAttributes?.[0]).toBe('place');
    const before = toMiniSearchOptions(searchDefinition.settings, tokeniser);
    const after = toMiniSearchOptions(changed.settings, tokeniser);
    expect(before.searchOptions?.boost?.place).toBe(1);
    expect(after.fields[0]).toBe('place');
    expect(after.searchOptions?.boost?.place).toBe(99);
  });

  test('the typo rule is the same', () => {
    const changed = definitionWith('definition.json', (text) =>
      text.replace('"oneFrom": 5, "twoFrom": 9', '"oneFrom": 6, "twoFrom": 10'),
    );
    expect(changed.settings.typos).toEqual({ oneFrom: 6, twoFrom: 10 });
    expect(toMeilisearchSettings(changed).typoTolerance?.minWordSizeForTypos).toEqual({
      oneTypo: 6,
      twoTypos: 10,
    });
  });
});

describe('an index of Meilisearch', () => {
  const settings = toMeilisearchSettings(searchDefinition);

  test('shows nothing but which listing it is', () => {
    expect(settings.displayedAttributes).toEqual(['id', 'version']);
  });

  test('leaves out small words however they are written', () => {
    expect(settings.stopWords).toEqual(expect.arrayContaining(['the', 'The']));
    expect(new Set(settings.stopWords).size).toBe(settings.stopWords?.length);
  });

  test('takes words that mean the same either way', () => {
    const changed = definitionWith('lexical.json', () => '[["lift", "elevator"]]');
    expect(toMeilisearchSettings(changed).synonyms).toEqual({
      lift: ['elevator'],
      elevator: ['lift'],
    });
  });

  test('takes filters by equality alone', () => {
    expect(settings.filterableAttributes).toContainEqual({
      attributePatterns: expect.arrayContaining(['need', 'area', 'words']),
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    });
  });

  test('sorts before it ranks', () => {
    expect(settings.rankingRules?.[0]).toBe('sort');
    expect(settings.sortableAttributes).toEqual(['freshness', 'nameOrder', '_geo']);
  });

  test('reads Bengali fields as Bengali', () => {
    expect(settings.localizedAttributes).toContainEqual({
      attributePatterns: ['in_bn'],
      locales: ['ben'],
    });
  });
});
