/**
 * What someone typed, made fit for plain text: no sign that a reader cannot see, and line breaks that
 * every mail program takes for the same. Letters of every script stay as they are.
 */
export function cleanParagraphs(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(STRAY_JOINER, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same, on one line. */
export function cleanLine(text: string): string {
  return cleanParagraphs(text).replace(/\n+/g, ' ');
}

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

// Controls; soft hyphen; marks that turn the direction of writing, with which a text can show another
// order than it has; spaces of no width; tags.
const UNSEEN =
  /(?!\n)[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

// Bengali, Arabic and emoji spell with joiners: they stay inside such a word, and go anywhere else.
const STRAY_JOINER = /(?<![^\p{ASCII}\u200c\u200d])[\u200c\u200d]+/gu;
