import { z } from 'zod';

/**
 * The bodies that Meilisearch takes, as its OpenAPI description and its source have them (v1.41 and
 * later): it refuses any field that it does not know.
 */
const SEARCH_FIELDS =
  'indexUid q offset limit page hitsPerPage attributesToRetrieve attributesToCrop cropLength cropMarker ' +
  'attributesToHighlight highlightPreTag highlightPostTag showMatchesPosition filter sort distinct facets ' +
  'matchingStrategy attributesToSearchOn rankingScoreThreshold locales hybrid vector retrieveVectors media ' +
  'useNetwork showRankingScore showRankingScoreDetails showPerformanceDetails federationOptions';
const SETTING_FIELDS =
  'displayedAttributes searchableAttributes filterableAttributes sortableAttributes foreignKeys rankingRules ' +
  'stopWords nonSeparatorTokens separatorTokens dictionary synonyms distinctAttribute proximityPrecision ' +
  'typoTolerance faceting pagination embedders searchCutoffMs localizedAttributes facetSearch prefixSearch chat';

const strings = z.array(z.string());
const count = z.number().int().nonnegative();
const features = z.strictObject({
  facetSearch: z.boolean(),
  filter: z.strictObject({ equality: z.boolean(), comparison: z.boolean() }),
});

const searchQuerySchema = knownFields(SEARCH_FIELDS, {
  indexUid: z.string().regex(/^[A-Za-z0-9_-]{1,400}$/),
  q: z.string().optional(),
  limit: count.optional(),
  offset: count.optional(),
  filter: z.string().optional(),
  sort: strings.optional(),
  facets: strings.optional(),
  attributesToRetrieve: strings.optional(),
  attributesToSearchOn: strings.optional(),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).optional(),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

export const multiSearchSchema = z.strictObject({ queries: z.array(searchQuerySchema) });

export const settingsSchema = knownFields(SETTING_FIELDS, {
  displayedAttributes: strings.optional(),
  searchableAttributes: strings.optional(),
  filterableAttributes: z
    .array(z.union([z.string(), z.strictObject({ attributePatterns: strings, features })]))
    .optional(),
  sortableAttributes: strings.optional(),
  rankingRules: z
    .array(
      z
        .string()
        .regex(
          /^(words|typo|proximity|attributeRank|wordPosition|sort|exactness|[\w-]+:(asc|desc))$/,
        ),
    )
    .optional(),
  stopWords: strings.optional(),
  synonyms: z.record(z.string(), strings).optional(),
  localizedAttributes: z
    .array(z.strictObject({ attributePatterns: strings, locales: z.array(z.enum(['ben', 'eng'])) }))
    .optional(),
  pagination: z.strictObject({ maxTotalHits: count }).optional(),
  faceting: z
    .strictObject({
      maxValuesPerFacet: count,
      sortFacetValuesBy: z.record(z.string(), z.enum(['alpha', 'count'])),
    })
    .optional(),
  searchCutoffMs: z.number().int().positive().optional(),
  prefixSearch: z.enum(['indexingTime', 'disabled']).optional(),
});
export type StubSettings = z.infer<typeof settingsSchema>;

export const createIndexSchema = z.strictObject({ uid: z.string(), primaryKey: z.string() });
export const updateIndexSchema = z.strictObject({
  uid: z.string().optional(),
  primaryKey: z.string().optional(),
});

const ACTIONS = [
  '*',
  'search',
  'documents.*',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.*',
  'indexes.create',
  'indexes.get',
  'indexes.update',
  'indexes.delete',
  'indexes.swap',
  'tasks.*',
  'tasks.cancel',
  'tasks.delete',
  'tasks.get',
  'settings.*',
  'settings.get',
  'settings.update',
  'stats.*',
  'stats.get',
  'metrics.*',
  'metrics.get',
  'dumps.*',
  'dumps.create',
  'snapshots.*',
  'snapshots.create',
  'version',
  'keys.create',
  'keys.get',
  'keys.update',
  'keys.delete',
  'experimental.get',
  'experimental.update',
  'network.get',
  'network.update',
];
export const createKeySchema = z.strictObject({
  uid: z.guid(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  actions: z.array(z.enum(ACTIONS)),
  indexes: z.array(z.string().regex(/^[A-Za-z0-9_-]{1,400}\*?$|^\*$/)),
  expiresAt: z.iso.datetime().nullable(),
});

export const swapSchema = z.array(
  z.strictObject({ indexes: z.tuple([z.string(), z.string()]), rename: z.boolean().optional() }),
);

/** What of a field we never send is anything; a field that is not documented is refused. */
function knownFields<T extends z.ZodRawShape>(names: string, shape: T) {
  const known = names.split(' ');
  return z.looseObject(shape).superRefine((value, context) => {
    for (const name of Object.keys(value).filter((each) => !known.includes(each))) {
      context.addIssue({ code: 'custom', message: `Unknown field ${name}` });
    }
  });
}
