/** Whether a word may still be typed: the last of a few words from two letters on, of a sentence from five. */
export function isUnfinished(words: readonly string[], i: number): boolean {
  const length = words[i]?.length ?? 0;
  return i === words.length - 1 && length >= (words.length > 3 ? 5 : 2);
}
