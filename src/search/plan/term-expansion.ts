import type { WordList } from '../words/lexicon.ts';
import { isUnfinished } from '../words/unfinished-word.ts';
import type { PlannedWord } from './plan.ts';

const LIKENESS = {
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
export function createWordExpander(list: WordList, equivalents: readonly string[][]) {
  const same = new Map<string, Set<string>>();
  for (const group of equivalents) {
    for (const word of group) {
      same.set(word, new Set([...(same.get(word) ?? []), ...group]));
    }
  }

  function expand(
    words: readonly string[],
    i: number,
  ): Pick<PlannedWord, 'typed' | 'terms' | 'halves'> {
    const typed = words[i] ?? '';
    const terms = new Map<string, number>();
    const add = (word: string, likeness: number) => {
      if (list.has(word) && (terms.get(word) ?? 0) < likeness) terms.set(word, likeness);
    };
    add(typed, 1);
    for (const word of same.get(typed) ?? []) add(word, LIKENESS.equivalent);
    for (const joined of joins(words, i)) add(joined, LIKENESS.joined);
    const isKnown = terms.size > 0;
    for (const word of list.inflected(typed)) add(word, LIKENESS.form);
    if (isKnown) return { typed, terms, halves: undefined };
    const halves = split(typed, list);
    for (const { word, distance } of list.misspelt(typed, MOST_SLIPS)) {
      add(word, LIKENESS.slip[distance] ?? 0);
    }
    if (isUnfinished(words, i)) {
      for (const word of list.startingWith(typed, MOST_BEGINNINGS)) {
        add(word, LIKENESS.beginning + (0.4 * typed.length) / word.length);
      }
    }
    // Short words begin like too many others once a letter may be wrong.
    if (terms.size === 0 && typed.length >= 6) {
      for (const { word } of list.misspeltBeginning(typed, MOST_SLIPS)) {
        add(word, LIKENESS.slip[2] ?? 0);
      }
    }
    if (terms.size === 0 && !halves) {
      const others = [
        ...list.soundingLike(typed, MOST_FAR),
        ...list.badlyMisspelt(typed, MOST_FAR),
      ];
      for (const word of others) add(word, LIKENESS.far);
    }
    return { typed, terms, halves };
  }

  // "step change" is StepChange, "account three" Account3.
  function joins(words: readonly string[], i: number): string[] {
    const forms = (word: string | undefined) => (word ? [word, ...(same.get(word) ?? [])] : []);
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
function split(typed: string, list: WordList): [string, string] | undefined {
  for (let at = 3; at <= typed.length - 3; at += 1) {
    const first = typed.slice(0, at);
    const second = typed.slice(at);
    if (list.has(first) && list.has(second)) return [first, second];
  }
  return undefined;
}
