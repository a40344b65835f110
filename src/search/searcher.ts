import type { Lists, Site } from '../directory/lists.ts';
import type { Places } from '../directory/places.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Situation } from '../directory/situation.ts';
import type { Moment } from '../directory/timetable/session-times.ts';
import type { Locale } from '../i18n/locale.ts';
import type { SearchDefinition } from './definition/definition.ts';
import {
  countDocumentWords,
  type SearchDocument,
  toSearchDocuments,
} from './definition/documents.ts';
import { createNameMatcher } from './plan/name-matcher.ts';
import { createNamedAreas } from './plan/named-areas.ts';
import type { FoundListing, Plan, SearchEngine } from './plan/plan.ts';
import { createPlanner, type Planner } from './plan/planner.ts';
import type { Searcher, SearchHit } from './port.ts';
import type { FeatureName } from './ranking/features.ts';
import { createRanking, type Ranking } from './ranking/ranking.ts';
import { plannedTerms } from './ranking/ranking-context.ts';
import { toHit } from './results/hits.ts';
import type { SearchModels } from './search-models.ts';
import { createLexicon, type Lexicon } from './words/lexicon.ts';
import { createTokeniser, type Tokeniser } from './words/tokeniser.ts';

export interface SearcherParts {
  listings: readonly PublicListing[];
  lists: Lists;
  places: Places;
  situations: readonly Situation[];
  site: Pick<Site, 'borough'>;
  definition: SearchDefinition;
  models: SearchModels;
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
    lexicon: Lexicon;
    ranking: Ranking;
  }): SearchEngine;
  /** What London's clocks show. */
  now(): Moment;
  /** Milliseconds, for `tookMs` alone. */
  clock(): number;
}

/** Joins planner and engine into what pages ask: one index, built here, never changed. */
export function createSearcher(parts: SearcherParts): Searcher {
  const index = createIndex(parts);
  const { engine, tokeniser } = index;
  const { explainCrisis } = parts.models;
  const plan = createPlannerOver(index, parts);
  const bySlug = new Map(parts.listings.map((listing) => [listing.slug, listing]));

  function toHits(found: readonly FoundListing[], planned: Plan, locale: Locale): SearchHit[] {
    const terms = plannedTerms(planned);
    return found.flatMap((each) => {
      const listing = bySlug.get(each.id);
      return listing ? [toHit(each, listing, planned, { locale, terms, tokeniser })] : [];
    });
  }

  return {
    async search(request) {
      const startedAt = parts.clock();
      const planned = plan(request);
      const answer = await engine.answer(planned.plan, request.signal);
      return {
        hits: toHits(answer.found, planned.plan, request.locale),
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
      docs: index.documents.length,
      indexVersion: parts.indexVersion,
    }),
  };
}

interface SearchIndex {
  tokeniser: Tokeniser;
  documents: readonly SearchDocument[];
  lexicon: Lexicon;
  engine: SearchEngine;
}

function createIndex(parts: SearcherParts): SearchIndex {
  const { definition, indexVersion, weights } = parts;
  const { settings } = definition;
  const tokeniser = createTokeniser(definition.normalise);
  const documents = toSearchDocuments(parts.listings, parts.lists, {
    today: parts.today,
    borough: parts.site.borough.en,
  });
  const lexicon = createLexicon(countDocumentWords(documents, tokeniser), settings.typos);
  const ranking = createRanking({ documents, settings, tokeniser, lexicon, weights });
  const engine = parts.createEngine({
    definition,
    indexVersion,
    settings,
    documents,
    tokeniser,
    lexicon,
    ranking,
  });
  return { tokeniser, documents, lexicon, engine };
}

function createPlannerOver(
  { tokeniser, documents, lexicon }: SearchIndex,
  parts: SearcherParts,
): Planner {
  const { definition, models, lists, places, situations, listings } = parts;
  const { englishWords, commonWords } = parts;
  const synonyms = new Set(definition.synonyms.flat());
  const areas = createNamedAreas({
    areas: lists.areas,
    names: definition.preferences.area,
    listings,
    tokeniser,
  });
  return createPlanner({
    now: parts.now,
    definition,
    tokeniser,
    places: { ...places, ...areas },
    lists,
    situations,
    listings,
    englishWords,
    commonWords,
    lexicon,
    findCrisis: models.explainCrisis,
    classifyTopics: models.classifyTopics,
    isKnownWord: (word) => lexicon.has(word) || synonyms.has(word) || englishWords.has(word),
    isName: createNameMatcher(documents, tokeniser),
  });
}
