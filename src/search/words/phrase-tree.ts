export const ROOT = 0;
// More words than the lists will ever hold, so that a branch and a word make one key.
const MOST_WORDS = 2 ** 20;

export interface PhraseTree<T> {
  add(words: readonly string[], value: T): void;
  /** The branch that a word leads to from another; undefined: none. */
  after(from: number, word: string): number | undefined;
  /** What the phrase that ends at a branch stands for; undefined: none ends there. */
  valuesAt(branch: number): T[] | undefined;
}

/** Phrases as a tree of words, its branches numbered: with a map in each, tens of thousands of phrases took 80 MB. */
export function createPhraseTree<T>(): PhraseTree<T> {
  const numbers = new Map<string, number>();
  const branches = new Map<number, number>();
  const values: (T[] | undefined)[] = [undefined];

  function add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    const end = words.reduce(grow, ROOT);
    const there = values[end];
    if (!there) values[end] = [value];
    else if (!there.includes(value)) there.push(value);
  }

  function grow(from: number, word: string): number {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    const key = from * MOST_WORDS + number;
    const there = branches.get(key);
    if (there !== undefined) return there;
    branches.set(key, values.length);
    return values.push(undefined) - 1;
  }

  function after(from: number, word: string): number | undefined {
    const number = numbers.get(word);
    return number === undefined ? undefined : branches.get(from * MOST_WORDS + number);
  }

  return { add, after, valuesAt: (at: number) => values[at] };
}
