import { findConflictMarks } from './conflict-marks.ts';

/** Why a file is not the text that it should be; `line` counts from 1. */
export interface TextFault {
  line: number;
  message: string;
}

const UNREADABLE = '\uFFFD';
// Of a text in UTF-16, every other byte is one.
const NULL = '\0';
// Those that join and part letters in other scripts are none of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u2060]/;
// What UTF-8 becomes where a program takes it for Windows-1252 and saves that: ’ is â€™, é is Ã©, £ is Â£.
const TWICE = /[\u0080-\u009f]|â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]/;

/**
 * The first fault of a text, read as UTF-8, that no rule of its own form would tell in a way that helps:
 * another encoding, or two people's changes side by side. undefined: none.
 */
export function findTextFault(text: string): TextFault | undefined {
  if (text.split(NULL, 3).length === 3) {
    const message =
      'this file is saved as UTF-16 (some programs call it "Unicode"). Save it again and choose the encoding UTF-8.';
    return { line: 1, message };
  }
  if (/\r(?!\n)/.test(text)) {
    const message =
      'the line ends of this file are of an old kind, so that it is read as one long line. Save it again with the line ends of Windows or Unix.';
    return { line: 1, message };
  }
  const [line] = findConflictMarks(text);
  if (line) {
    const message =
      "from here on two people's changes stand below each other: one between <<<<<<< and =======, the other between ======= and >>>>>>>. Keep what is right, and take the lines with these signs out.";
    return { line, message };
  }
  for (const [index, words] of text.split('\n').entries()) {
    const message = findLineFault(words);
    if (message) return { line: index + 1, message };
  }
  return undefined;
}

function findLineFault(line: string): string | undefined {
  const unreadable = findWord(line, UNREADABLE);
  if (unreadable) {
    return `'${unreadable}' has a letter that cannot be read: the file is not saved as UTF-8. Save it again and choose the encoding UTF-8, then write that letter again.`;
  }
  const twice = findWord(line, TWICE);
  if (twice) {
    return `'${twice}' holds signs that stand for one letter, which another program has saved in a wrong way. Write the word again.`;
  }
  if (!UNSEEN.test(line)) return undefined;
  return 'a sign that nobody can see stands in this line, as when text is copied from another program. Write the line again.';
}

function findWord(line: string, sign: string | RegExp): string | undefined {
  const at = line.search(sign);
  if (at < 0) return undefined;
  const before = /\S*$/.exec(line.slice(0, at))?.[0] ?? '';
  return before + (/^\S*/.exec(line.slice(at))?.[0] ?? '');
}
