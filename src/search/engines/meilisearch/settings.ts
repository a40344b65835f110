import type { Settings } from 'meilisearch';
import type { SearchDefinition } from '../../definition/definition.ts';

/** Attributes that no editor chooses: they carry the plan's words, and say what an index was made of. */
const ownAttributes = ['id', 'words', 'headWords', 'nameWords', 'isPlaced', 'version'] as const;

/** An index as search-index/ defines it, in Meilisearch's own terms. */
export function toMeilisearchSettings({
  settings,
  stopWords,
  synonyms: equivalents,
}: Pick<SearchDefinition, 'settings' | 'stopWords' | 'synonyms'>): Settings {
  const { fields, typos, meilisearch } = settings;
  return {
    // Nothing else ever leaves the index: pages take a listing's texts from content/.
    displayedAttributes: ['id', 'version'],
    searchableAttributes: fields.map((field) => field.name),
    filterableAttributes: [
      {
        attributePatterns: [...settings.filterable, ...ownAttributes],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
      '_geo',
    ],
    sortableAttributes: [...settings.sortable, '_geo'],
    rankingRules: meilisearch.rankingRules,
    stopWords: [...stopWords].flatMap(inBothCases).toSorted(),
    synonyms: toSynonyms(equivalents),
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: typos.oneFrom, twoTypos: typos.twoFrom },
      // A year, a house number or a postcode with another figure is another one.
      disableOnNumbers: true,
      disableOnAttributes: [],
      disableOnWords: [],
    },
    localizedAttributes: [...new Set(fields.flatMap(({ language }) => language ?? []))].map(
      (language) => ({
        attributePatterns: fields
          .filter((field) => field.language === language)
          .map((field) => field.name),
        locales: [language],
      }),
    ),
    pagination: { maxTotalHits: meilisearch.mostHits },
    faceting: {
      maxValuesPerFacet: meilisearch.mostFacetValues,
      sortFacetValuesBy: { '*': 'alpha' },
    },
    searchCutoffMs: meilisearch.cutOffMs,
    proximityPrecision: 'byWord',
    prefixSearch: 'indexingTime',
    facetSearch: false,
  };
}

// Meilisearch tells stop words by their letters as written, before it makes them small.
function inBothCases(word: string): string[] {
  const [first = '', ...rest] = word;
  return [...new Set([word, first.toUpperCase() + rest.join('')])];
}

function toSynonyms(groups: readonly string[][]): Record<string, string[]> {
  const synonyms: Record<string, string[]> = {};
  for (const group of groups) {
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      synonyms[word] = [...new Set([...(synonyms[word] ?? []), ...others])];
    }
  }
  return synonyms;
}
