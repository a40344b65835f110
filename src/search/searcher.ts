import type { Lists, Site } from '../directory/lists.ts';
import type { Places } from '../directory/places.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Situation } from '../directory/situation.ts';
import { createCrisisExplainer } from './crisis-in-words.ts';
import type { SearchDefinition } from './definition.ts';
import { countDocumentWords, type SearchDocument, toSearchDocuments } from './documents.ts';
import { toHit } from './hits.ts';
import { createNameFinder } from './names-in-words.ts';
import { createNeedClassifier, type NeedExamples } from './need-classifier.ts';
import { createTokeniser, type Tokeniser } from './normalise.ts';
import type { SearchEngine } from './plan.ts';
import { createPlanner } from './planner.ts';
import type { Searcher } from './port.ts';
import { createWordList, type WordList } from './word-list.ts';

export interface SearcherParts {
  listings: readonly PublicListing[];
  lists: Lists;
  places: Places;
  situations: readonly Situation[];
  site: Pick<Site, 'borough'>;
  definition: SearchDefinition;
  /** Hash of the definition and the content. */
  indexVersion: string;
  /** ISO date: how fresh each listing is on it decides ties. */
  today: string;
  createEngine(parts: {
    definition: SearchDefinition;
    indexVersion: string;
    documents: readonly SearchDocument[];
    settings: SearchDefinition['settings'];
    tokeniser: Tokeniser;
    list: WordList;
  }): SearchEngine;
  /** Milliseconds, for `tookMs` alone. */
  clock(): number;
}

/** Joins planner and engine into what pages ask: one index, built here, never changed. */
export function createSearcher(parts: SearcherParts): Searcher {
  const { definition, lists } = parts;
  const tokeniser = createTokeniser(definition.normalise);
  const language = { tokeniser, stopWords: definition.stopWords };
  const documents = toSearchDocuments(parts.listings, lists, {
    today: parts.today,
    borough: parts.site.borough.en,
  });
  const list = createWordList(countDocumentWords(documents, tokeniser), definition.settings.typos);
  const engine = parts.createEngine({
    ...{ definition, indexVersion: parts.indexVersion, settings: definition.settings },
    ...{ documents, tokeniser, list },
  });
  const equivalents = new Set(definition.equivalents.flat());
  const isKnownWord = (word: string) => list.has(word) || equivalents.has(word);
  const explainCrisis = createCrisisExplainer({ definition, tokeniser, listings: parts.listings });
  const plan = createPlanner({
    definition,
    tokeniser,
    places: parts.places,
    needs: lists.needs.map(({ slug, label }) => ({ slug, labels: Object.values(label) })),
    list,
    spotCrisis: (words) => explainCrisis(words)?.kind,
    isKnownWord,
    guessNeeds: createNeedClassifier(toExamples(parts.listings, lists, definition), language),
    isName: createNameFinder(documents, tokeniser),
  });
  const bySlug = new Map(parts.listings.map((listing) => [listing.slug, listing]));

  return {
    async search(request) {
      const startedAt = parts.clock();
      const { locale } = request;
      const planned = plan(request);
      const answer = await engine.answer(planned.plan, request.signal);
      return {
        hits: answer.found.flatMap((found) => {
          const listing = bySlug.get(found.id);
          return listing ? [toHit(found, listing, planned.plan, { locale, tokeniser })] : [];
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
    findCrisis: (text) => explainCrisis(tokeniser.words(text))?.kind,
    explainCrisis: (text) => explainCrisis(tokeniser.words(text)),
    health: () => ({
      ...engine.health(),
      docs: documents.length,
      indexVersion: parts.indexVersion,
    }),
  };
}

// Enough to know a need's language; more would only cost time when the index is built.
const MOST_EXAMPLES = 200;

function toExamples(
  listings: readonly PublicListing[],
  lists: Lists,
  definition: SearchDefinition,
): NeedExamples[] {
  return lists.needs.map(({ slug, label }) => ({
    need: slug,
    phrases: [...Object.values(label), ...(definition.everyday.get(slug)?.phrases ?? [])],
    listings: listings
      .filter((listing) => listing.needs.includes(slug))
      .slice(0, MOST_EXAMPLES)
      .map((listing) => ({
        text: `${listing.name} ${listing.summary} ${listing.description}`,
        isMainNeed: listing.needs[0] === slug,
      })),
  }));
}
