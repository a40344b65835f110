import type { Phrase } from '../words/phrase-table.ts';

/**
 * Leaves out words about the search, "phone number for"; the last of several such words may be unfinished.
 */
export function createAboutSearchFilter(
  about: readonly Phrase<unknown>[],
): (words: readonly string[]) => string[] {
  const lengthAt = (words: readonly string[], start: number) => {
    let longest = 0;
    for (const { words: phrase } of about) {
      const typed = words.slice(start, start + phrase.length);
      const isWhole = typed.length === phrase.length;
      const isAtEnd = start + typed.length === words.length && typed.length > 1;
      const isLike = typed.every(
        (word, i) =>
          word === phrase[i] ||
          (isAtEnd && i === typed.length - 1 && phrase[i]?.startsWith(word) === true),
      );
      if (isLike && (isWhole || isAtEnd)) longest = Math.max(longest, typed.length);
    }
    return longest;
  };
  return (words) => {
    const rest: string[] = [];
    for (let at = 0; at < words.length; ) {
      const length = lengthAt(words, at);
      if (length === 0) rest.push(words[at] ?? '');
      at += Math.max(length, 1);
    }
    return rest;
  };
}
