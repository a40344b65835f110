import type { SearchDefinition } from '../definition/definition.ts';
import { createTokeniser } from '../words/tokeniser.ts';
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

type Definition = Pick<SearchDefinition, 'crisis' | 'everyday' | 'situations' | 'normalise'>;
type Listing = { name: string; summary: string; needs: readonly string[] };

export function createCrisisModel(
  definition: Definition,
  listings: readonly Listing[],
): CrisisModel {
  const { crisis } = definition;
  const tokeniser = createTokeniser(definition.normalise);
  const bySubject = new Map(
    crisis.subjects.map(({ name, situations }) => [
      name,
      situations.flatMap((situation) => definition.situations.get(situation)?.phrases ?? []),
    ]),
  );
  const some = everydayPhrases(definition).filter((_, i) => i % ONE_EVERYDAY_PHRASE_IN === 0);
  const harmless = [...some, ...listedTexts(listings)];
  return {
    lists: crisis,
    classifier: trainClassifier(toTrainingTexts(crisis, { bySubject, harmless }, tokeniser)),
    realWords: findModelWords(definition, listings),
  };
}

/** Everyday words that are no slips for words of danger. */
export function findModelWords(definition: Definition, listings: readonly Listing[]): string[] {
  return findRealWords(
    definition.crisis,
    [...everydayPhrases(definition), ...listedTexts(listings)],
    createTokeniser(definition.normalise),
  );
}

function everydayPhrases({ crisis, everyday, situations }: Definition): string[] {
  const urgent = new Set([
    ...crisis.harmless.unsure,
    ...crisis.subjects.flatMap((subject) => subject.situations),
  ]);
  return [
    ...[...everyday].filter(([need]) => !OF_DANGER.has(need)),
    ...[...situations].filter(([situation]) => !urgent.has(situation)),
  ].flatMap(([, { phrases }]) => phrases);
}

function listedTexts(listings: readonly Listing[]): string[] {
  return listings
    .filter(({ needs }) => !needs.some((need) => OF_DANGER.has(need)))
    .flatMap(({ name, summary }) => [name, summary]);
}
