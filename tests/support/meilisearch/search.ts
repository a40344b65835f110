import { distanceMetres } from '../../../src/directory/distance.ts';
import { parseFilter, type Stored, valuesOf } from './filter.ts';
import type { SearchQuery, StubSettings } from './requests.ts';

export interface StoredIndex {
  uid: string;
  settings: StubSettings;
  documents: Map<string, Stored>;
  createdAt: string;
  updatedAt: string;
}

/** Refused with the code that Meilisearch has for it. */
export class BadQuery extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Filters, counts and sorts as Meilisearch does. Ranks simply: by how many of the words a document holds,
 * then in which attribute, then by the index's own rules; no typos, so what only they would find is missed.
 */
export function searchIndex(index: StoredIndex, query: SearchQuery): object {
  let known = answers.get(index.documents);
  if (known?.updatedAt !== index.updatedAt || known.settings !== index.settings) {
    known = { updatedAt: index.updatedAt, settings: index.settings, by: new Map() };
    answers.set(index.documents, known);
  }
  const asked = JSON.stringify(query);
  const answer = known.by.get(asked) ?? workOut(index, query);
  known.by.set(asked, answer);
  return answer;
}

// The same is asked again and again, and a server would be quicker than this one.
const answers = new WeakMap<
  Map<string, Stored>,
  { updatedAt: string; settings: StubSettings; by: Map<string, object> }
>();

function workOut(index: StoredIndex, query: SearchQuery): object {
  const { settings } = index;
  const filterable = (settings.filterableAttributes ?? []).flatMap((each) =>
    typeof each === 'string' ? [each] : each.attributePatterns,
  );
  const passes = query.filter
    ? parseFilter(query.filter, (attribute) => filterable.includes(attribute))
    : () => true;
  const isPlain = !query.q && !query.sort?.some((rule) => rule.startsWith('_geo'));
  const rules = settings.rankingRules?.filter((rule) => rule.includes(':')) ?? [];
  const byRules = sortBy(
    [...index.documents.values()].filter(passes),
    isPlain && query.sort?.length ? query.sort : rules,
    settings,
  );
  const ranked = rank(byRules, query, settings);
  const sorted = !isPlain && query.sort?.length ? sortBy(ranked, query.sort, settings) : ranked;
  const most = settings.pagination?.maxTotalHits ?? 1_000;
  const { offset = 0, limit = 20 } = query;
  const shown = (settings.displayedAttributes ?? []).filter(
    (name) => query.attributesToRetrieve?.includes(name) ?? true,
  );
  return {
    indexUid: index.uid,
    hits: sorted
      .slice(offset, Math.min(offset + limit, most))
      .map((document) => Object.fromEntries(shown.map((name) => [name, document[name]]))),
    query: query.q ?? '',
    processingTimeMs: 0,
    offset,
    limit,
    estimatedTotalHits: Math.min(sorted.length, most),
    ...(query.facets ? { facetDistribution: distribute(sorted, query.facets, filterable) } : {}),
  };
}

function distribute(documents: Stored[], facets: string[], filterable: string[]) {
  const unknown = facets.find((facet) => !filterable.includes(facet));
  if (unknown) throw new BadQuery('invalid_search_facets', `${unknown} is not filterable`);
  return Object.fromEntries(
    facets.map((facet) => {
      const counts: Record<string, number> = {};
      for (const value of documents.flatMap((document) => valuesOf(document[facet]))) {
        counts[value] = (counts[value] ?? 0) + 1;
      }
      return [facet, counts];
    }),
  );
}

function rank(byRules: Stored[], query: SearchQuery, settings: StubSettings): Stored[] {
  const stopWords = new Set(settings.stopWords);
  const words = (query.q ?? '').split(/\s+/).filter((word) => word && !stopWords.has(word));
  if (words.length === 0) return byRules;
  const searchable = settings.searchableAttributes ?? [];
  const attributes = query.attributesToSearchOn ?? searchable;
  const unknown = attributes.find((attribute) => !searchable.includes(attribute));
  if (unknown) throw new BadQuery('invalid_search_attributes_to_search_on', unknown);

  const read = byRules.map((document) => {
    const texts = attributes.map((attribute) => valuesOf(document[attribute]).flatMap(toWords));
    const held = words.map((word, place) => {
      const isLast = place === words.length - 1;
      return texts.findIndex((text) =>
        text.some((other) => other === word || (isLast && other.startsWith(word))),
      );
    });
    return { document, held };
  });
  // The rarest word that is there at all must be there.
  const counts = words.map(
    (_, place) => read.filter(({ held }) => (held[place] ?? -1) >= 0).length,
  );
  const rarest = counts.indexOf(Math.min(...counts.filter((some) => some > 0)));
  const found = read.filter(({ held }) => (held[rarest] ?? -1) >= 0);
  const missing = (held: number[]) => held.filter((attribute) => attribute < 0).length;
  const sum = (held: number[]) => held.reduce((total, attribute) => total + attribute, 0);
  return found
    .toSorted((a, b) => missing(a.held) - missing(b.held) || sum(a.held) - sum(b.held))
    .map(({ document }) => document);
}

function sortBy(documents: Stored[], rules: string[], settings: StubSettings): Stored[] {
  const orders = rules.map((rule) => {
    const [, place, attribute, direction] =
      /^(?:_geoPoint\(([^)]*)\)|(\w+)):(asc|desc)$/.exec(rule) ?? [];
    const name = place ? '_geo' : (attribute ?? '');
    if (!settings.sortableAttributes?.includes(name)) {
      throw new BadQuery('invalid_search_sort', `${name} is not sortable`);
    }
    const [latitude = 0, longitude = 0] = (place ?? '').split(',').map(Number);
    const value = (document: Stored) => {
      const own = document[name];
      if (!place || !own) return own;
      const { lat, lng } = own as { lat: number; lng: number };
      return distanceMetres({ latitude, longitude }, { latitude: lat, longitude: lng });
    };
    return { value, sign: direction === 'desc' ? -1 : 1 };
  });
  return documents.toSorted((a, b) => {
    for (const { value, sign } of orders) {
      const order = compare(value(a), value(b));
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

// What has no value comes last.
function compare(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return Number(a) - Number(b);
}

const split = new Map<string, string[]>();

function toWords(text: string): string[] {
  const words = split.get(text) ?? text.split(/\s+/);
  split.set(text, words);
  return words;
}
