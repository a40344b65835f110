import type { PlannedWord } from '../plan.ts';
import type { WordList } from '../word-list.ts';

/**
 * The word about the subject that the fewest listings hold, which carries the most meaning. undefined: no
 * listing holds any of them.
 */
export function rarestWord(words: readonly PlannedWord[], list: WordList): PlannedWord | undefined {
  let chosen: PlannedWord | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.role !== 'content' || word.terms.size === 0) continue;
    let count = 0;
    for (const term of word.terms.keys()) count += list.count(term);
    if (count >= least) continue;
    least = count;
    chosen = word;
  }
  return chosen;
}
