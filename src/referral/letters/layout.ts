import { toLine, toParagraphs } from '../form/typed-text.ts';

const COLUMNS = 76;

/**
 * Outlook joins the lines of plain text unless told not to ("Remove extra line breaks in plain text
 * messages", on by default): after a line of 40 characters the next is set behind it, but for one that
 * begins with two spaces, or follows a full stop, colon, question or exclamation mark, or an empty line.
 * Found by trying at https://stackoverflow.com/questions/136052; Microsoft's own article
 * (https://support.microsoft.com/kb/308319) says only that a single break may go. A joined row would put
 * "NO, do not leave a message" behind a phone number, so each line that has to stay one is indented.
 */
const STAYS_A_LINE = '  ';

/** Paragraphs of our own words, an empty line between them; '' at the end of every letter. */
export function toLetter(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

/** Our own words, broken at spaces. */
export function paragraph(words: string): string {
  return wrap(words, '', '');
}

/** Lines of a list or a table, one below the other in every mail program. */
export function lines(each: readonly string[]): string {
  return each.map((line) => `${STAYS_A_LINE}${line}`).join('\n');
}

export function heading(words: string): string {
  return `${words.toUpperCase()}\n${'-'.repeat([...words].length)}`;
}

/** `label` is ours, `typed` is somebody's: on one line, so that it cannot begin one. */
export function labelled(label: string, typed: string): string {
  return `${label}: ${toLine(typed)}`;
}

/**
 * Somebody's own words: each of their lines begins with '  > ', so that none can pass for one of ours.
 * A long line goes on after '  >   '; it is only broken at a single space, and never inside a number.
 * undefined: nothing that can be read.
 */
export function quoted(typed: string): string | undefined {
  const text = toParagraphs(typed);
  if (text === '') return undefined;
  return text
    .split('\n')
    .map((line) => wrap(line, `${STAYS_A_LINE}> `, `${STAYS_A_LINE}>   `))
    .join('\n');
}

function wrap(line: string, first: string, next: string): string {
  const wrapped: string[] = [];
  let width = 0;
  for (const piece of line.split(MAY_BREAK)) {
    const more = widthOf(piece);
    if (wrapped.length > 0 && width + 1 + more <= COLUMNS) {
      wrapped[wrapped.length - 1] += ` ${piece}`;
      width += 1 + more;
    } else {
      const begin = wrapped.length === 0 ? first : next;
      wrapped.push(`${begin}${piece}`);
      width = begin.length + more;
    }
  }
  return wrapped.join('\n').trimEnd();
}

// A phone number in two halves is read as two numbers.
const MAY_BREAK = /(?<=\S) (?=\S)(?<!\p{Nd} (?=\p{Nd}))/u;

// Vowel signs and accents stand above and below their letters.
function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}
