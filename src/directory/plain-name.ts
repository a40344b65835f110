import { toTextWords } from '../i18n/text-words.ts';

/** A name without its small words and marks, to compare: 'bow lunch club' for 'The Bow Lunch-Club'. */
export function toPlainName(name: string): string {
  return toTextWords(name)
    .filter((word) => !['the', 'a', 'and', 'of', 'at', 'in', 'for'].includes(word))
    .join(' ');
}
