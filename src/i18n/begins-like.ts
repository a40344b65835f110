import { toTextWords } from './text-words.ts';

/**
 * Every word typed begins a word of the text, in any order; case and Latin accents aside. For text
 * that grows as it is typed, where search proper would judge half a word.
 */
export function beginsLike(text: string, typed: string): boolean {
  const words = toTextWords(text);
  const begun = toTextWords(typed);
  return begun.length > 0 && begun.every((each) => words.some((word) => word.startsWith(each)));
}
