import { editDistance, isSwap } from '../../i18n/edit-distance.ts';
import { inflections } from './inflections.ts';
import { phoneticKey } from './phonetic-key.ts';
import { type TypoRule, typoBudget } from './typo-budget.ts';

/** The words that a set of texts knows, and how often; finds the ones that a typed word may mean. */
export interface Lexicon {
  has(word: string): boolean;
  /** In how many texts the word stands. */
  frequency(word: string): number;
  inflections(word: string): string[];
  withPrefix(prefix: string, most: number): string[];
  /** Words within the typo rule of `word`, nearest first; the first letter is never wrong. */
  corrections(word: string, most: number): { word: string; distance: number }[];
  /** Words two letters away from a word of seven letters or more: for when nothing is nearer. */
  farCorrections(word: string, most: number): string[];
  /** Words that sound like `word` in English, however many letters differ, the likest first. */
  soundingLike(word: string, most: number): string[];
  /** As misspelt, but of the beginning of a word: 'volentee' finds 'volunteering'. */
  prefixCorrections(word: string, most: number): { word: string; distance: number }[];
}

const FAR_CORRECTIONS_FROM = 7;
const SHORTEST_PHONETIC = 4;

export function createLexicon(frequencies: ReadonlyMap<string, number>, rule: TypoRule): Lexicon {
  const sorted = [...frequencies.keys()].sort();
  const byFirstLetter = new Map<string, string[]>();
  for (const word of sorted) {
    const letter = firstLetter(word);
    const bucket = byFirstLetter.get(letter);
    if (bucket) bucket.push(word);
    else byFirstLetter.set(letter, [word]);
  }
  const bySound = new Map<string, string[]>();
  for (const word of sorted) {
    const sound = phoneticKey(word);
    if (sound) bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
  }
  const frequency = (word: string) => frequencies.get(word) ?? 0;

  function nearest(word: string, most: number, prefix: boolean, budget = typoBudget(word, rule)) {
    const found: { word: string; distance: number }[] = [];
    for (const other of byFirstLetter.get(firstLetter(word)) ?? []) {
      if (/\p{N}/u.test(other)) continue;
      if (budget === 0) {
        if (word.length === rule.oneFrom - 1 && isSwap(word, other)) {
          found.push({ word: other, distance: 1 });
        }
        continue;
      }
      const distance = editDistance(word, other, budget, prefix);
      if (distance <= budget) found.push({ word: other, distance });
    }
    return found
      .sort(
        (a, b) =>
          a.distance - b.distance ||
          lengthDifference(a.word, word) - lengthDifference(b.word, word) ||
          frequency(b.word) - frequency(a.word),
      )
      .slice(0, most);
  }

  return {
    has: (word) => frequencies.has(word),
    frequency,
    inflections: (word) => inflections(word).filter((form) => frequencies.has(form)),
    withPrefix(prefix, most) {
      const found: string[] = [];
      for (let i = firstAtOrAfter(sorted, prefix); i < sorted.length; i += 1) {
        const word = sorted[i] ?? '';
        if (!word.startsWith(prefix)) break;
        found.push(word);
      }
      return found.sort((a, b) => frequency(b) - frequency(a)).slice(0, most);
    },
    soundingLike(word, most) {
      const sound = word.length >= SHORTEST_PHONETIC ? phoneticKey(word) : undefined;
      const others = (sound && bySound.get(sound)) || [];
      return others
        .map((other) => ({
          other,
          distance: editDistance(word, other, mostPhoneticDistance(word)),
        }))
        .filter(({ distance }) => distance <= mostPhoneticDistance(word))
        .sort((a, b) => a.distance - b.distance || frequency(b.other) - frequency(a.other))
        .map(({ other }) => other)
        .slice(0, most);
    },
    corrections: (word, most) => nearest(word, most, false),
    farCorrections(word, most) {
      const isLong = word.length >= FAR_CORRECTIONS_FROM && typoBudget(word, rule) > 0;
      return isLong ? nearest(word, most, false, 2).map((each) => each.word) : [];
    },
    prefixCorrections: (word, most) => nearest(word, most, true),
  };
}

// "lern" is learn, "fysical" physical; short words with more letters apart are other words.
function mostPhoneticDistance(word: string): number {
  return word.length < 7 ? 1 : 2;
}

// A wrong letter is likelier than a missing one: "refugies" is refugees before refuges.
function lengthDifference(a: string, b: string): number {
  return Math.abs(a.length - b.length);
}

// Code points, so that a letter outside the basic plane is not cut in two.
function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0);
}

function firstAtOrAfter(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
