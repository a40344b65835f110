// Marks that nobody sees: they can turn a line around, hide a word, or make two equal names differ.
// \p{Cc}: controls. \p{Cf}: bidi and zero-width marks, soft hyphens, tags.
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
// Bengali, other Indian scripts, Arabic and pictures of families need these two between their letters.
const JOINER = /[\u200c\u200d]/u;
const JOINED =
  /[\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}]/u;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/** One line of what someone typed: composed (NFC), without unseen marks, single spaces. */
export function toLine(typed: string): string {
  return clean(typed).replace(/\s+/g, ' ').trim();
}

/** As toLine, with the line breaks that were typed, never more than one empty line. */
export function toParagraphs(typed: string): string {
  return typed
    .replace(LINE_BREAK, '\n')
    .split('\n')
    .map(toLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** As people count: an emoji or a letter outside the common ones is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}

function clean(typed: string): string {
  return (
    typed
      // Halves of a letter: as String.toWellFormed, which browsers have since 2023 only.
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .normalize('NFC')
      .replace(/[\t\n\v\f\r\u0085]/g, ' ')
      .replace(UNSEEN, (mark, at: number, whole: string) =>
        JOINER.test(mark) && isBetweenJoined(whole, at) ? mark : '',
      )
  );
}

function isBetweenJoined(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].pop() ?? '';
  const after = [...text.slice(at + 1, at + 3)].shift() ?? '';
  return JOINED.test(before) && JOINED.test(after);
}
