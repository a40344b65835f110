import type { Lists, Site } from '../directory/lists.ts';
import type { Places } from '../directory/places.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Situation } from '../directory/situation.ts';
import { createCrisisExplainer } from './crisis/crisis-explainer.ts';
import type { SearchDefinition } from './definition/definition.ts';
import {
  countDocumentWords,
  type SearchDocument,
  toSearchDocuments,
} from './definition/documents.ts';
import { createNameFinder } from './plan/name-matcher.ts';
import { createNamedPlaces } from './plan/named-areas.ts';
import type { SearchEngine } from './plan/plan.ts';
import { createPlanner } from './plan/planner.ts';
import type { Searcher } from './port.ts';
import type { FeatureName } from './ranking/features.ts';
import { createRanking, type Ranking } from './ranking/ranking.ts';
import { plannedTerms } from './ranking/ranking-context.ts';
import { toHit } from './results/hits.ts';
import { createWordList, type WordList } from './words/lexicon.ts';
import { createTokeniser, type Tokeniser } from './words/tokeniser.ts';

export interface SearcherParts {
  listings: readonly PublicListing[];
  lists: Lists;
  places: Places;
  situations: readonly Situation[];
  site: Pick<Site, 'borough'>;
  definition: SearchDefinition;
  /** Ordinary words: what is one of them is no slip for a word of ours. */
  englishWords: ReadonlySet<string>;
  /** The commonest of them. */
  commonWords: ReadonlySet<string>;
  /** Hash of the definition and the content. */
  indexVersion: string;
  /** ISO date: how fresh each listing is on it decides ties. */
  today: string;
  /** In place of those of ranking/features.ts, to learn what a feature is worth. */
  weights?: Partial<Record<FeatureName, number>> | undefined;
  createEngine(parts: {
    definition: SearchDefinition;
    indexVersion: string;
    documents: readonly SearchDocument[];
    settings: SearchDefinition['settings'];
    tokeniser: Tokeniser;
    list: WordList;
    ranking: Ranking;
  }): SearchEngine;
  /** Milliseconds, for `tookMs` alone. */
  clock(): number;
}

/** Joins planner and engine into what pages ask: one index, built here, never changed. */
export function createSearcher(parts: SearcherParts): Searcher {
  const { definition, lists } = parts;
  const tokeniser = createTokeniser(definition.normalise);
  const documents = toSearchDocuments(parts.listings, lists, {
    today: parts.today,
    borough: parts.site.borough.en,
  });
  const list = createWordList(countDocumentWords(documents, tokeniser), definition.settings.typos);
  const { settings } = definition;
  const engine = parts.createEngine({
    definition,
    indexVersion: parts.indexVersion,
    settings,
    documents,
    tokeniser,
    list,
    ranking: createRanking({ documents, settings, tokeniser, list, weights: parts.weights }),
  });
  const equivalents = new Set(definition.equivalents.flat());
  const isKnownWord = (word: string) =>
    list.has(word) || equivalents.has(word) || parts.englishWords.has(word);
  const places = {
    ...parts.places,
    ...createNamedPlaces({
      areas: lists.areas,
      names: definition.preferences.area,
      listings: parts.listings,
      tokeniser,
    }),
  };
  const explainCrisis = createCrisisExplainer({ definition, tokeniser, listings: parts.listings });
  const plan = createPlanner({
    definition,
    tokeniser,
    places,
    lists,
    situations: parts.situations,
    listings: parts.listings,
    englishWords: parts.englishWords,
    commonWords: parts.commonWords,
    list,
    findCrisis: explainCrisis,
    isKnownWord,
    isName: createNameFinder(documents, tokeniser),
  });
  const bySlug = new Map(parts.listings.map((listing) => [listing.slug, listing]));

  return {
    async search(request) {
      const startedAt = parts.clock();
      const { locale } = request;
      const planned = plan(request);
      const answer = await engine.answer(planned.plan, request.signal);
      const terms = plannedTerms(planned.plan);
      return {
        hits: answer.found.flatMap((found) => {
          const listing = bySlug.get(found.id);
          return listing ? [toHit(found, listing, planned.plan, { locale, terms, tokeniser })] : [];
        }),
        total: answer.total,
        page: planned.plan.offset / planned.plan.limit + 1,
        perPage: planned.plan.limit,
        facets: answer.facets,
        understood: planned.understood,
        engine: answer.standIn ?? engine.name,
        degraded: answer.standIn !== undefined,
        tookMs: parts.clock() - startedAt,
      };
    },
    async explain(request) {
      const { found, total } = await engine.answer(plan(request).plan, request.signal);
      return { total, hits: found.map(({ id, tier, features }) => ({ id, tier, features })) };
    },
    findCrisis: (text) => explainCrisis(tokeniser.words(text))?.kind,
    explainCrisis: (text) => explainCrisis(tokeniser.words(text)),
    health: () => ({
      ...engine.health(),
      docs: documents.length,
      indexVersion: parts.indexVersion,
    }),
  };
}
