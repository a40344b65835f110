import { expect, test } from 'vitest';
import { findUnknownNames, findWordless } from '../../../../src/search/definition/unknown-names.ts';
import { directory } from '../../../../src/wiring.ts';
import { searchDefinition } from '../../../support/search/search-definition.ts';

const none = { phrases: [], avoid: [] };

test('the words of search-index/ are for values that content/ has', () => {
  expect(findUnknownNames(searchDefinition, directory)).toEqual([]);
});

test('words for what is not there are named with their file', () => {
  const { preferences } = searchDefinition;
  const definition = {
    ...searchDefinition,
    everyday: new Map([['fod', none]]),
    situations: new Map([['xylophone', { ...none, onlyWith: [] }]]),
    wants: { advise: [] },
    preferences: { ...preferences, area: { everywhere: [], bo: [] } },
  };
  expect(findUnknownNames(definition, directory)).toEqual([
    "search-index/everyday/fod.yaml: these are words for 'fod', which is not in content/lists/needs.yaml. Did you mean 'food'?",
    "search-index/situations/xylophone.yaml: these are words for 'xylophone', which is not in content/situations/.",
    "search-index/wants.yaml: these are words for 'advise', which is not in content/lists/offers.yaml. Did you mean 'advice'?",
    "search-index/preferences/area.yaml: these are words for 'bo', which is not in content/lists/areas.yaml. Did you mean 'bow'?",
  ]);
});

test('a need without words is named', () => {
  expect(findWordless(searchDefinition, directory)).toEqual([]);
  const everyday = new Map([...searchDefinition.everyday].filter(([need]) => need !== 'food'));
  expect(findWordless({ everyday }, directory)).toEqual([
    expect.stringContaining('search-index/everyday/food.yaml: this file is missing'),
  ]);
});
