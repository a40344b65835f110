import type { PublicListing } from '../directory/public-listing.ts';
import { createCrisisModel, findModelWords } from './crisis/crisis-model.ts';
import { createCrisisRecogniser } from './crisis/recogniser.ts';
import type { CrisisWords } from './crisis-words.ts';
import type { SearchDefinition } from './definition.ts';
import type { Tokeniser } from './normalise.ts';
import type { Crisis, CrisisKind } from './port.ts';

/** Kind of danger that words, in their order, may mean; the most urgent if there are several. */
export type CrisisSpotter = (words: readonly string[]) => CrisisKind | undefined;

/** The same with its reasons. */
export type CrisisExplainer = (words: readonly string[]) => Crisis | undefined;

/** Careful both ways: see crisis/recogniser.ts. Learns from the listings which words are everyday. */
export function createCrisisExplainer({
  definition,
  tokeniser,
  listings,
}: {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  listings: readonly Pick<PublicListing, 'name' | 'summary' | 'needs'>[];
}): CrisisExplainer {
  const { realWords, ...model } = createCrisisModel(definition, listings);
  const real = new Set(realWords);
  return createCrisisRecogniser({ ...model, tokeniser, isRealWord: (word) => real.has(word) });
}

/** For the browser: see crisis-words.ts. */
export function toCrisisWords(
  definition: SearchDefinition,
  listings: readonly Pick<PublicListing, 'name' | 'summary' | 'needs'>[],
): CrisisWords {
  const { words, subjects, harmless } = definition.crisis;
  return {
    normalise: definition.normalise,
    lists: {
      words,
      subjects: subjects.map((subject) => ({ ...subject, examples: {} })),
      harmless: { ...harmless, examples: {} },
    },
    realWords: findModelWords(definition, listings),
  };
}
