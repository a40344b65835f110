import type { SearchDefinition } from '../definition/definition.ts';
import { createTokeniser } from '../words/tokeniser.ts';
import { type LearntCrisis, learnCrisis } from './classifier.ts';
import { findRealWords } from './real-words.ts';
import { toTrainingTexts } from './training-texts.ts';

/** What a recogniser learns from the lists and the texts of listings. Plain data, which a build may keep. */
export interface CrisisModel {
  classifier: LearntCrisis;
  realWords: string[];
}

/** Enough to know everyday words; more would only make learning longer. */
const ONE_EVERYDAY_PHRASE_IN = 4;
/** Needs whose everyday words are words of danger themselves. */
const OF_DANGER = new Set(['domestic-abuse']);

type Definition = Pick<SearchDefinition, 'crisis' | 'everyday' | 'situations' | 'normalise'>;
type Listing = { name: string; summary: string; needs: readonly string[] };

export function learnCrisisModel(
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
    classifier: learnCrisis(toTrainingTexts(crisis, { bySubject, harmless }, tokeniser)),
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
