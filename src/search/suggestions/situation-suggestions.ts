import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import { toPhrases } from '../words/phrase-table.ts';
import { createPrefixIndex } from '../words/prefix-index.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

interface SituationPhrase {
  situation: Situation;
  isTitle: boolean;
}

// How much of what people say must have been typed: "cab" is no start of "assaulted in a cab". More of
// it before a screen that others may see names abuse or a wish to die.
const LEAST_SHARE = 0.5;
const CAREFUL_SHARE = 0.6;

/**
 * Suggests situations by their titles and the words people say for them, the likeliest first. `isName`: the
 * words are a service's whole name, so only words that are all of a phrase are meant otherwise.
 */
export function createSituationSuggester(
  situations: readonly Situation[],
  definition: Pick<SearchDefinition, 'stopWords' | 'situations'>,
  tokeniser: Tokeniser,
): (words: readonly string[], isName: (words: readonly string[]) => boolean) => Situation[] {
  const find = createPrefixIndex<SituationPhrase>(
    situations.flatMap((situation) => {
      const { phrases = [] } = definition.situations.get(situation.slug) ?? {};
      return [
        ...toPhrases(Object.values(situation.title), { situation, isTitle: true }, tokeniser),
        ...toPhrases(phrases, { situation, isTitle: false }, tokeniser),
      ];
    }),
  );

  return (words, isName) => {
    // Two letters begin a word of nearly every situation, and "I have" says nothing yet.
    if (!words.some((word) => word.length > 2 && !definition.stopWords.has(word))) return [];
    const isWholeName = isName(words);
    const shares = new Map<Situation, number>();
    for (const { words: phrase, value } of find(words)) {
      const share = value.isTitle ? 1 : words.join('').length / phrase.join('').length;
      const { situation } = value;
      if (share < leastShare(situation, isWholeName)) continue;
      shares.set(situation, Math.max(share, shares.get(situation) ?? 0));
    }
    return situations
      .filter((situation) => shares.has(situation))
      .sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
  };
}

// "CAB" names a service, whatever it may begin in another language.
function leastShare(situation: Situation, isName: boolean): number {
  if (isName) return 1;
  return situation.private || situation.crisis ? CAREFUL_SHARE : LEAST_SHARE;
}
