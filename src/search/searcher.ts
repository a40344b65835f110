import { distanceMetres } from '../directory/distance.ts';
import type { Lists } from '../directory/lists.ts';
import type { Places } from '../directory/places.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { SearchDefinition } from './definition.ts';
import { type SearchDocument, toSearchDocuments } from './documents.ts';
import { highlight } from './highlight.ts';
import { createNameFinder } from './names-in-words.ts';
import { createNeedClassifier, type NeedExamples } from './need-classifier.ts';
import { createTokeniser, type Tokeniser } from './normalise.ts';
import type { FoundListing, Plan, SearchEngine } from './plan.ts';
import { createPlanner } from './planner.ts';
import type { Searcher, SearchHit, SearchRequest } from './port.ts';
import { createWordList, type WordList } from './word-list.ts';

export interface SearcherParts {
  listings: readonly PublicListing[];
  lists: Lists;
  places: Places;
  definition: SearchDefinition;
  /** Hash of the definition and the content. */
  indexVersion: string;
  /** ISO date: how fresh each listing is on it decides ties. */
  today: string;
  createEngine(parts: {
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
  const documents = toSearchDocuments(parts.listings, lists, parts.today);
  const list = createWordList(countWords(documents, tokeniser), definition.settings.typos);
  const engine = parts.createEngine({
    documents,
    settings: definition.settings,
    tokeniser,
    list,
  });
  const plan = createPlanner({
    definition,
    tokeniser,
    places: parts.places,
    needs: lists.needs.map(({ slug, label }) => ({ slug, labels: Object.values(label) })),
    list,
    guessNeeds: createNeedClassifier(toExamples(parts.listings, lists, definition), language),
    isName: createNameFinder(documents, tokeniser),
  });
  const bySlug = new Map(parts.listings.map((listing) => [listing.slug, listing]));

  function toHit(found: FoundListing, planned: Plan, request: SearchRequest): SearchHit[] {
    const listing = bySlug.get(found.id);
    if (!listing) return [];
    const terms = new Set(found.terms);
    const isMatch = (word: string) => terms.has(word);
    const summary =
      (request.locale === 'en' ? undefined : listing.translations[request.locale]?.summary) ??
      listing.summary;
    const hit: SearchHit = {
      id: found.id,
      why: toWhy(found, planned, listing),
      name: highlight(listing.name, isMatch, tokeniser),
      summary: highlight(summary, isMatch, tokeniser),
    };
    if (planned.from && listing.position) {
      hit.distanceMetres = distanceMetres(planned.from, listing.position);
    }
    return [hit];
  }

  return {
    async search(request) {
      const startedAt = parts.clock();
      const planned = plan(request);
      const answer = await engine.answer(planned.plan, request.signal);
      return {
        hits: answer.found.flatMap((found) => toHit(found, planned.plan, request)),
        total: answer.total,
        page: planned.plan.offset / planned.plan.limit + 1,
        perPage: planned.plan.limit,
        facets: answer.facets,
        understood: planned.understood,
        engine: engine.name,
        degraded: false,
        tookMs: parts.clock() - startedAt,
      };
    },
    health: () => ({
      engine: engine.name,
      docs: documents.length,
      indexVersion: parts.indexVersion,
      degraded: false,
    }),
  };
}

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
      .map((listing) => ({
        text: `${listing.name} ${listing.summary} ${listing.description}`,
        isMainNeed: listing.needs[0] === slug,
      })),
  }));
}

function toWhy(found: FoundListing, plan: Plan, listing: PublicListing): SearchHit['why'] {
  switch (found.tier) {
    case 'name':
      return { by: 'name' };
    case 'need': {
      // In the listing's own order: its main need if that was asked for.
      const need = listing.needs.find((each) => plan.needs.includes(each));
      return need ? { by: 'need', need } : { by: 'browse' };
    }
    case 'text':
    case 'tail':
      return { by: 'text', words: found.terms };
    case 'browse':
      return { by: 'browse' };
  }
}

/** In how many documents each word stands. */
function countWords(
  documents: readonly SearchDocument[],
  tokeniser: Tokeniser,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const texts = [document.name, document.summary, document.description]
      .concat(document.otherNames, document.needLabels, document.who, document.place)
      .concat(document.partOf)
      .concat(document.bengali, document.somali);
    for (const word of new Set(texts.flatMap((text) => tokeniser.words(text)))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
