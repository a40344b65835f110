import type { Lexicon } from '../words/lexicon.ts';
import { isUnfinished } from '../words/unfinished-word.ts';
import type { PlannedWord } from './plan.ts';

const SIMILARITY = {
  form: 0.75,
  equivalent: 0.85,
  joined: 1,
  slip: [0, 0.6, 0.4],
  beginning: 0.5,
  far: 0.4,
};
const MOST_FAR = 4;
const MOST_SLIPS = 12;
const MOST_BEGINNINGS = 30;

/**
 * Finds the words of the index that each typed word may mean. A word the index knows is taken as meant,
 * with its other forms; only an unknown one may be a slip, or, if last, unfinished.
 */
export function createTermExpander(lexicon: Lexicon, synonyms: readonly string[][]) {
  const synonymsOf = new Map<string, Set<string>>();
  for (const group of synonyms) {
    for (const word of group) {
      synonymsOf.set(word, new Set([...(synonymsOf.get(word) ?? []), ...group]));
    }
  }

  function expand(
    words: readonly string[],
    i: number,
  ): Pick<PlannedWord, 'typed' | 'terms' | 'halves'> {
    const typed = words[i] ?? '';
    const terms = new Map<string, number>();
    const add = (word: string, similarity: number) => {
      if (lexicon.has(word) && (terms.get(word) ?? 0) < similarity) terms.set(word, similarity);
    };
    add(typed, 1);
    for (const word of synonymsOf.get(typed) ?? []) add(word, SIMILARITY.equivalent);
    for (const joined of joins(words, i)) add(joined, SIMILARITY.joined);
    const isKnown = terms.size > 0;
    for (const word of lexicon.inflections(typed)) add(word, SIMILARITY.form);
    if (isKnown) return { typed, terms, halves: undefined };
    const halves = split(typed, lexicon);
    for (const { word, distance } of lexicon.corrections(typed, MOST_SLIPS)) {
      add(word, SIMILARITY.slip[distance] ?? 0);
    }
    if (isUnfinished(words, i)) {
      for (const word of lexicon.withPrefix(typed, MOST_BEGINNINGS)) {
        add(word, SIMILARITY.beginning + (0.4 * typed.length) / word.length);
      }
    }
    // Short words begin like too many others once a letter may be wrong.
    if (terms.size === 0 && typed.length >= 6) {
      for (const { word } of lexicon.prefixCorrections(typed, MOST_SLIPS)) {
        add(word, SIMILARITY.slip[2] ?? 0);
      }
    }
    if (terms.size === 0 && !halves) {
      const others = [
        ...lexicon.soundingLike(typed, MOST_FAR),
        ...lexicon.farCorrections(typed, MOST_FAR),
      ];
      for (const word of others) add(word, SIMILARITY.far);
    }
    return { typed, terms, halves };
  }

  // "step change" is StepChange, "account three" Account3.
  function joins(words: readonly string[], i: number): string[] {
    const forms = (word: string | undefined) =>
      word ? [word, ...(synonymsOf.get(word) ?? [])] : [];
    const pairs: [string | undefined, string | undefined][] = [
      [words[i - 1], words[i]],
      [words[i], words[i + 1]],
    ];
    return pairs.flatMap(([first, second]) =>
      forms(first).flatMap((start) => forms(second).map((end) => start + end)),
    );
  }

  return expand;
}

// Under three letters a half is more often chance than a word.
function split(typed: string, lexicon: Lexicon): [string, string] | undefined {
  for (let at = 3; at <= typed.length - 3; at += 1) {
    const first = typed.slice(0, at);
    const second = typed.slice(at);
    if (lexicon.has(first) && lexicon.has(second)) return [first, second];
  }
  return undefined;
}
