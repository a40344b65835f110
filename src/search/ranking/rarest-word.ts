import type { PlannedWord } from '../plan/plan.ts';
import type { Lexicon } from '../words/lexicon.ts';

/**
 * Index of the word about the subject that the fewest listings hold, which carries the most meaning. -1: no
 * listing holds any of them.
 */
export function findRarestWord(
  words: readonly PlannedWord[],
  lexicon: Pick<Lexicon, 'frequency'>,
): number {
  let chosen = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, word] of words.entries()) {
    if (word.role !== 'content' || word.terms.size === 0) continue;
    let count = 0;
    for (const term of word.terms.keys()) count += lexicon.frequency(term);
    if (count >= least) continue;
    least = count;
    chosen = index;
  }
  return chosen;
}
