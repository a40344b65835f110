import type { Phrase } from './phrase-table.ts';

/**
 * Finds the phrases in which every word typed begins a word, in any order: for words that are still
 * being typed. Quick among tens of thousands of phrases; gives them in the order they came in.
 */
export function createPrefixIndex<T>(
  added: Iterable<Phrase<T>>,
): (typed: readonly string[]) => Phrase<T>[] {
  const phrases = [...added];
  const phrasesByWord = new Map<string, number[]>();
  for (const [i, { words }] of phrases.entries()) {
    for (const word of new Set(words)) {
      const others = phrasesByWord.get(word);
      if (others) others.push(i);
      else phrasesByWord.set(word, [i]);
    }
  }
  const words = [...phrasesByWord.keys()].sort();

  function withPrefix(prefix: string): Set<number> {
    const found = new Set<number>();
    for (let at = firstFrom(words, prefix); words[at]?.startsWith(prefix); at += 1) {
      for (const i of phrasesByWord.get(words[at] ?? '') ?? []) found.add(i);
    }
    return found;
  }

  return (typed) => {
    let found: Set<number> | undefined;
    for (const prefix of typed) {
      const matches = withPrefix(prefix);
      found = found ? found.intersection(matches) : matches;
      if (found.size === 0) return [];
    }
    return [...(found ?? [])].sort((a, b) => a - b).flatMap((i) => phrases[i] ?? []);
  };
}

function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
