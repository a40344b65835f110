import type { PublicListing } from '../../directory/public-listing.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Crisis } from '../port.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { createCrisisClassifier } from './classifier.ts';
import { type CrisisModel, findModelWords } from './crisis-model.ts';
import type { CrisisWords } from './crisis-words.ts';
import { createCrisisRecogniser } from './recogniser.ts';

/** Danger that words, in their order, may speak of, and why it is thought so. */
export type CrisisExplainer = (words: readonly string[]) => Crisis | undefined;

/** Careful both ways: see crisis/recogniser.ts. */
export function createCrisisExplainer(
  { classifier, realWords }: CrisisModel,
  { definition, tokeniser }: { definition: SearchDefinition; tokeniser: Tokeniser },
): CrisisExplainer {
  const real = new Set(realWords);
  return createCrisisRecogniser({
    lists: definition.crisis,
    classifier: createCrisisClassifier(classifier),
    tokeniser,
    isRealWord: (word) => real.has(word),
  });
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
