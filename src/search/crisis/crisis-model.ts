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
const ONE_EVERYDAY_PHRASE_IN = 4;
/** Needs whose everyday words are words of danger themselves. */
const OF_DANGER = new Set(['domestic-abuse']);

export function createCrisisModel(
  definition: Pick<SearchDefinition, 'crisis' | 'everyday' | 'situations' | 'normalise'>,
  listings: readonly { name: string; summary: string; needs: readonly string[] }[],
): CrisisModel {
  const { crisis } = definition;
  const tokeniser = createTokeniser(definition.normalise);
  const urgent = new Set([
    ...crisis.harmless.unsure,
    ...crisis.subjects.flatMap(({ situations }) => situations),
  ]);
  const everyday = [
    ...[...definition.everyday].filter(([need]) => !OF_DANGER.has(need)),
    ...[...definition.situations].filter(([situation]) => !urgent.has(situation)),
  ].flatMap(([, { phrases }]) => phrases);
  const listed = listings
    .filter(({ needs }) => !needs.some((need) => OF_DANGER.has(need)))
    .flatMap(({ name, summary }) => [name, summary]);
  const told = new Map(
    crisis.subjects.map(({ name, situations }) => [
      name,
      situations.flatMap((situation) => definition.situations.get(situation)?.phrases ?? []),
    ]),
  );
  const some = everyday.filter((_, i) => i % ONE_EVERYDAY_PHRASE_IN === 0);
  const texts = toTrainingTexts(crisis, { told, harmless: [...some, ...listed] }, tokeniser);
  return {
    lists: crisis,
    classifier: trainClassifier(texts),
    realWords: findRealWords(crisis, [...everyday, ...listed], tokeniser),
  };
}
