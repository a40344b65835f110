import type { SearchDefinition } from '../definition.ts';
import { createTokeniser } from '../normalise.ts';
import { type CrisisClassifier, trainClassifier } from './classifier.ts';
import type { CrisisLists } from './crisis-lists.ts';
import { findRealWords } from './real-words.ts';
import { toTrainingTexts } from './training-texts.ts';

/** What a recogniser is made from; as much as the browser needs of it can be sent there. */
export interface CrisisModel {
  lists: CrisisLists;
  classifier: CrisisClassifier;
  realWords: string[];
}

/** Enough to know everyday words; more would only make the site start later. */
const ONE_EVERYDAY_PHRASE_IN = 3;
/** Needs whose everyday words are words of danger themselves. */
const OF_DANGER = new Set(['domestic-abuse']);

export function createCrisisModel(
  definition: Pick<SearchDefinition, 'crisis' | 'everyday' | 'normalise'>,
  listings: readonly { name: string; summary: string; needs: readonly string[] }[],
): CrisisModel {
  const tokeniser = createTokeniser(definition.normalise);
  const everyday = [...definition.everyday]
    .filter(([need]) => !OF_DANGER.has(need))
    .flatMap(([, { phrases, avoid }]) => [...phrases, ...avoid]);
  const told = listings
    .filter(({ needs }) => !needs.some((need) => OF_DANGER.has(need)))
    .flatMap(({ name, summary }) => [name, summary]);
  const some = everyday.filter((_, i) => i % ONE_EVERYDAY_PHRASE_IN === 0);
  return {
    lists: definition.crisis,
    classifier: trainClassifier(toTrainingTexts(definition.crisis, [...some, ...told], tokeniser)),
    realWords: findRealWords(definition.crisis, [...everyday, ...told], tokeniser),
  };
}
