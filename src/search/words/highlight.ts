import type { Segment } from '../port.ts';
import type { Tokeniser } from './tokeniser.ts';

/** Cuts a text into pieces, marking the words that matched. The pieces together are the text. */
export function highlight(
  text: string,
  isMatch: (word: string) => boolean,
  tokeniser: Tokeniser,
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { word, start, end } of tokeniser.tokens(text)) {
    // One run of letters may hold two words ("½"); it is marked once.
    if (start < at || !isMatch(word)) continue;
    if (start > at) segments.push({ text: text.slice(at, start) });
    segments.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}
