import type { SearchDefinition } from './definition.ts';
import type { Tokeniser } from './normalise.ts';
import { createPhraseTable, createWordGuesser, phraseWords } from './phrase-table.ts';
import { isWithin, withoutOverlaps } from './spotted.ts';
import { createWordList } from './word-list.ts';

export interface SpottedNeed {
  need: string;
  /** The words that told it: [start, end). */
  start: number;
  end: number;
}

export interface NeedLabels {
  slug: string;
  labels: string[];
}

/**
 * Spots needs in residents' words by the everyday phrases of search-index/everyday/ and the needs' own
 * labels. Longest phrase first; a phrase on the need's "avoid" list hides the need's phrases within it.
 */
export function createNeedSpotter(
  needs: readonly NeedLabels[],
  {
    definition,
    tokeniser,
    isKnownWord,
  }: {
    definition: SearchDefinition;
    tokeniser: Tokeniser;
    isKnownWord: (word: string) => boolean;
  },
): (words: readonly string[]) => SpottedNeed[] {
  const phrases: { phrase: string; value: string }[] = [];
  const avoided: { phrase: string; value: string }[] = [];
  for (const { slug, labels } of needs) {
    const everyday = definition.everyday.get(slug) ?? { phrases: [], avoid: [] };
    for (const phrase of [...labels, ...everyday.phrases]) phrases.push({ phrase, value: slug });
    for (const phrase of everyday.avoid) avoided.push({ phrase, value: slug });
  }
  const counts = phraseWords(
    phrases.map(({ phrase }) => phrase),
    tokeniser,
  );
  const list = createWordList(counts, definition.settings.typos);
  const avoidWords = phraseWords(
    avoided.map(({ phrase }) => phrase),
    tokeniser,
  );
  const guess = createWordGuesser(list, (word) => avoidWords.has(word) || isKnownWord(word));
  const language = { tokeniser, stopWords: definition.stopWords };
  const table = createPhraseTable(phrases, language, guess);
  const exactly = (word: string) => [{ word, likeness: 1 }];
  const avoid = createPhraseTable(avoided, language, exactly);

  return (words) => {
    const avoidMatches = avoid.find(words, false);
    const allowed = table.find(words, true).flatMap((match) => {
      const values = match.values.filter((need) => {
        const hiding = avoidMatches.filter((other) => other.values.includes(need));
        return !isWithin(match, hiding);
      });
      return values.length > 0 ? [{ ...match, values }] : [];
    });
    // How much of what was typed speaks for a need, overlapping phrases too: decides between the needs
    // of one phrase.
    const support = new Map<string, number>();
    for (const { values, length, likeness } of allowed) {
      for (const need of values) support.set(need, (support.get(need) ?? 0) + length * likeness);
    }
    const spotted: (SpottedNeed & { weight: number })[] = [];
    for (const { start, end, length, likeness, values } of withoutOverlaps(allowed)) {
      for (const need of values) {
        if (spotted.some((other) => other.need === need)) continue;
        spotted.push({ need, start, end, weight: length * likeness });
      }
    }
    return spotted
      .sort(
        (a, b) => b.weight - a.weight || (support.get(b.need) ?? 0) - (support.get(a.need) ?? 0),
      )
      .map(({ need, start, end }) => ({ need, start, end }));
  };
}
