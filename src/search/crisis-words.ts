/**
 * The recogniser of urgent words for the browser, so that what someone writes about themselves is never
 * sent anywhere to be looked at. The same frames and the same classifier as on the server.
 */
import type { PublicListing } from '../directory/public-listing.ts';
import type { CrisisLists } from './crisis/crisis-lists.ts';
import { createCrisisModel } from './crisis/crisis-model.ts';
import { createCrisisRecogniser } from './crisis/recogniser.ts';
import type { SearchDefinition } from './definition.ts';
import type { NormaliseRules } from './definition-schemas.ts';
import { createTokeniser } from './normalise.ts';
import type { CrisisKind } from './port.ts';

/** What the browser fetches. */
export interface CrisisWords {
  normalise: NormaliseRules;
  /** Without examples: they are in the classifier's weights. */
  lists: CrisisLists;
  /** Base64 of one byte a weight. */
  weights: string;
  bias: number[];
  scale: number;
  realWords: string[];
}

export function toCrisisWords(
  definition: SearchDefinition,
  listings: readonly Pick<PublicListing, 'name' | 'summary' | 'needs'>[],
): CrisisWords {
  const { lists, classifier, realWords } = createCrisisModel(definition, listings);
  const { weights, bias, scale } = classifier;
  return {
    normalise: definition.normalise,
    lists: {
      words: lists.words,
      subjects: lists.subjects.map((subject) => ({ ...subject, examples: {} })),
      harmless: { ...lists.harmless, examples: {} },
    },
    weights: btoa(Array.from(weights, (weight) => String.fromCharCode(weight & 255)).join('')),
    bias,
    scale,
    realWords,
  };
}

/** The most urgent kind of danger that a text may speak of. */
export function createCrisisFinder(words: CrisisWords): (text: string) => CrisisKind | undefined {
  const tokeniser = createTokeniser(words.normalise);
  const real = new Set(words.realWords);
  const recognise = createCrisisRecogniser({
    lists: words.lists,
    classifier: {
      weights: Int8Array.from(atob(words.weights), (letter) => letter.charCodeAt(0)),
      bias: words.bias,
      scale: words.scale,
    },
    tokeniser,
    isRealWord: (word) => real.has(word),
  });
  return (text) => recognise(tokeniser.words(text))?.kind;
}
