import type { SearchDocument } from '../documents.ts';
import type { Tokeniser } from '../normalise.ts';
import type { WordList } from '../word-list.ts';

/**
 * How much of a listing's name the matched words make up, 0 to 1, rare words weighing more: "law centre"
 * is nearly all of "Tower Hamlets Law Centre". The best of its names counts.
 */
export function createNameCoverage(
  documents: readonly SearchDocument[],
  tokeniser: Tokeniser,
  list: WordList,
): (index: number, terms: readonly string[]) => number {
  const names = documents.map(({ name, otherNames }) =>
    [name, ...otherNames].map((text) => tokeniser.words(text)),
  );
  const weight = (word: string) => Math.log(1 + documents.length / (1 + list.count(word)));
  return (index, terms) => {
    let best = 0;
    for (const words of names[index] ?? []) {
      let held = 0;
      let whole = 0;
      for (const word of words) {
        whole += weight(word);
        if (terms.includes(word)) held += weight(word);
      }
      best = Math.max(best, whole > 0 ? held / whole : 0);
    }
    return best;
  };
}
