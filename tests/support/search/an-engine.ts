import type { PublicListing } from '../../../src/directory/public-listing.ts';
import { today } from '../../../src/platform/clock.ts';
import { countDocumentWords, toSearchDocuments } from '../../../src/search/definition/documents.ts';
import { createEmbeddedEngine } from '../../../src/search/engines/embedded.ts';
import type { Plan, PlannedWord, SearchEngine } from '../../../src/search/plan/plan.ts';
import { createRanking } from '../../../src/search/ranking/ranking.ts';
import type { SearcherParts } from '../../../src/search/searcher.ts';
import { createLexicon } from '../../../src/search/words/lexicon.ts';
import { directory } from '../../../src/wiring.ts';
import { searchDefinition, tokeniser } from './search-definition.ts';

/** An engine without a planner before it, for plans that no planner makes yet or alone. */
export function anEngine(
  listings: readonly PublicListing[],
  createEngine: SearcherParts['createEngine'] = createEmbeddedEngine,
  weights?: SearcherParts['weights'],
): SearchEngine {
  const { settings } = searchDefinition;
  const borough = directory.site.borough.en;
  const documents = toSearchDocuments(listings, directory.lists, { today: today(), borough });
  const lexicon = createLexicon(countDocumentWords(documents, tokeniser), settings.typos);
  return createEngine({
    definition: searchDefinition,
    indexVersion: 'test',
    settings,
    documents,
    tokeniser,
    lexicon,
    ranking: createRanking({ documents, settings, tokeniser, lexicon, weights }),
  });
}

/** Asks for everything, in order of relevance, unless told otherwise. */
export function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    words: [],
    needs: [],
    needsTogether: false,
    needsAreCertain: false,
    pinned: [],
    offersAsked: [],
    offersForNeeds: [],
    namedListings: [],
    suitable: [],
    isUrgent: false,
    likelyPinned: new Map(),
    when: undefined,
    people: { sex: undefined, age: undefined },
    unwanted: [],
    unwantedNeeds: [],
    locale: 'en',
    prefer: {},
    findsPreferred: false,
    filters: {},
    openAt: undefined,
    from: undefined,
    sort: 'relevance',
    offset: 0,
    limit: 10,
    ...parts,
  };
}

/** Words that mean themselves alone. */
export function someWords(text: string, role: PlannedWord['role'] = 'content'): PlannedWord[] {
  return tokeniser.words(text).map((typed) => ({
    typed,
    isWeak: false,
    isCommon: false,
    terms: new Map([[typed, 1]]),
    halves: undefined,
    role,
  }));
}
