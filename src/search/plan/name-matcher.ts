import type { SearchDocument } from '../definition/documents.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import type { PlannedWord } from './plan.ts';

/**
 * Tells whether some listing's name holds all the words: they are then likely a name, and not guessed at.
 */
export function createNameMatcher(
  documents: readonly SearchDocument[],
  tokeniser: Tokeniser,
): (words: readonly PlannedWord[]) => boolean {
  const listingsByWord = new Map<string, Set<number>>();
  for (const [i, { name, otherNames }] of documents.entries()) {
    for (const word of [name, ...otherNames].flatMap((text) => tokeniser.words(text))) {
      const listings = listingsByWord.get(word);
      if (listings) listings.add(i);
      else listingsByWord.set(word, new Set([i]));
    }
  }
  const listingsWith = ({ terms, halves }: PlannedWord) => {
    const found = new Set<number>();
    for (const term of terms.keys()) for (const i of listingsByWord.get(term) ?? []) found.add(i);
    if (halves) {
      const [first, second] = halves.map((half) => listingsByWord.get(half) ?? new Set<number>());
      for (const i of first ?? []) if (second?.has(i)) found.add(i);
    }
    return found;
  };

  return (words) => {
    let held: Set<number> | undefined;
    for (const word of words) {
      if (word.role === 'borough' || word.role === 'area') continue;
      const found = listingsWith(word);
      held = held ? held.intersection(found) : found;
      if (held.size === 0) return false;
    }
    return held !== undefined;
  };
}
