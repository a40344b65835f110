import { htmlToText } from './html-to-text.ts';
import { mendMojibake } from './mojibake.ts';

/** A text of a foreign feed as plain text, and what was done to it. */
export function cleanText(value: unknown, name: string): { text: string; notes: string[] } {
  if (typeof value !== 'string') return { text: '', notes: [] };
  const { text, mended, lost } = mendMojibake(value);
  const notes: string[] = [];
  if (mended.length > 0) {
    const shown = [...new Set(mended)].slice(0, 3).join(', ');
    notes.push(
      `${name}: signs that another program had saved in a wrong way (${shown}) are put right.`,
    );
  }
  if (lost) notes.push(`${name}: a letter is lost and stands as \uFFFD. Write it again.`);
  return { text: htmlToText(text), notes };
}
