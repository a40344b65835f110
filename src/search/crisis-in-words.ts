import type { SearchDefinition } from './definition.ts';
import type { Tokeniser } from './normalise.ts';
import {
  asWritten,
  countPhraseWords,
  createPhraseTable,
  NO_STOP_WORDS,
  toPhrases,
} from './phrase-table.ts';
import type { CrisisKind } from './port.ts';
import { isWithin } from './spotted.ts';
import { createWordList } from './word-list.ts';

const SHORTEST_MISSPELT = 6;

/** Kind of danger that words, in their order, may mean; the most urgent if there are several. */
export type CrisisSpotter = (words: readonly string[]) => CrisisKind | undefined;

/**
 * Spots words that may mean someone is in danger. Careful both ways: phrases must stand as written, small
 * words included, and only a long word that nothing else explains may be misspelt, by one letter.
 */
export function createCrisisSpotter({
  definition,
  tokeniser,
  isKnownWord,
}: {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  isKnownWord: (word: string) => boolean;
}): CrisisSpotter {
  const { avoid, ...kinds } = definition.crisis;
  const phrases = (['suicide', 'danger', 'emergency'] as const).flatMap((kind) =>
    toPhrases(kinds[kind], kind, tokeniser),
  );
  const list = createWordList(countPhraseWords(phrases), definition.settings.typos);
  const table = createPhraseTable(phrases, NO_STOP_WORDS, (word) => {
    if (list.has(word)) return [{ word, likeness: 1 }];
    if (word.length < SHORTEST_MISSPELT || isKnownWord(word)) return [];
    return list
      .misspelt(word, 5)
      .filter(({ distance }) => distance === 1)
      .map((other) => ({ word: other.word, likeness: 0.8 }));
  });
  const harmless = createPhraseTable(toPhrases(avoid, true, tokeniser), NO_STOP_WORDS, asWritten);

  return (words) => {
    const avoided = harmless.find(words, false);
    const kindsFound = table
      .find(words, false)
      .filter((match) => !isWithin(match, avoided))
      .flatMap((match) => match.values);
    return (['emergency', 'suicide', 'danger'] as const).find((kind) => kindsFound.includes(kind));
  };
}
