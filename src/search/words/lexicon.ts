import { editDistance, isSwap, type TypoRule, typoBudget } from './edit-distance.ts';
import { inflections } from './inflections.ts';
import { soundKey } from './phonetic-key.ts';

/** The words that a set of texts knows, and how often; finds the ones that a typed word may mean. */
export interface WordList {
  has(word: string): boolean;
  /** In how many texts the word stands. */
  count(word: string): number;
  inflected(word: string): string[];
  startingWith(prefix: string, most: number): string[];
  /** Words within the typo rule of `word`, nearest first; the first letter is never wrong. */
  misspelt(word: string, most: number): { word: string; distance: number }[];
  /** Words two letters away from a word of seven letters or more: for when nothing is nearer. */
  badlyMisspelt(word: string, most: number): string[];
  /** Words that sound like `word` in English, however many letters differ, the likest first. */
  soundingLike(word: string, most: number): string[];
  /** As misspelt, but of the beginning of a word: 'volentee' finds 'volunteering'. */
  misspeltBeginning(word: string, most: number): { word: string; distance: number }[];
}

const BADLY_MISSPELT_FROM = 7;
const SHORTEST_HEARD = 4;

export function createWordList(counts: ReadonlyMap<string, number>, rule: TypoRule): WordList {
  const sorted = [...counts.keys()].sort();
  const byFirstLetter = new Map<string, string[]>();
  for (const word of sorted) {
    const letter = firstLetter(word);
    const bucket = byFirstLetter.get(letter);
    if (bucket) bucket.push(word);
    else byFirstLetter.set(letter, [word]);
  }
  const bySound = new Map<string, string[]>();
  for (const word of sorted) {
    const sound = soundKey(word);
    if (sound) bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
  }
  const count = (word: string) => counts.get(word) ?? 0;

  function near(word: string, most: number, prefix: boolean, budget = typoBudget(word, rule)) {
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
          count(b.word) - count(a.word),
      )
      .slice(0, most);
  }

  return {
    has: (word) => counts.has(word),
    count,
    inflected: (word) => inflections(word).filter((form) => counts.has(form)),
    startingWith(prefix, most) {
      const found: string[] = [];
      for (let i = firstAtOrAfter(sorted, prefix); i < sorted.length; i += 1) {
        const word = sorted[i] ?? '';
        if (!word.startsWith(prefix)) break;
        found.push(word);
      }
      return found.sort((a, b) => count(b) - count(a)).slice(0, most);
    },
    soundingLike(word, most) {
      const sound = word.length >= SHORTEST_HEARD ? soundKey(word) : undefined;
      const others = (sound && bySound.get(sound)) || [];
      return others
        .map((other) => ({ other, distance: editDistance(word, other, mostHeardWrong(word)) }))
        .filter(({ distance }) => distance <= mostHeardWrong(word))
        .sort((a, b) => a.distance - b.distance || count(b.other) - count(a.other))
        .map(({ other }) => other)
        .slice(0, most);
    },
    misspelt: (word, most) => near(word, most, false),
    badlyMisspelt(word, most) {
      const isLong = word.length >= BADLY_MISSPELT_FROM && typoBudget(word, rule) > 0;
      return isLong ? near(word, most, false, 2).map((each) => each.word) : [];
    },
    misspeltBeginning: (word, most) => near(word, most, true),
  };
}

// "lern" is learn, "fysical" physical; short words with more letters apart are other words.
function mostHeardWrong(word: string): number {
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
