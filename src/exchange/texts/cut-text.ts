/** A text of at most `longest` letters: whole sentences if one fits, otherwise whole words and '…'. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest + 1);
  const ends = [...start.matchAll(/[.!?]["'’”)]?(?=\s)/g)];
  const last = ends.at(-1);
  if (last) return start.slice(0, last.index + last[0].length);
  const words = text.slice(0, longest - 1);
  const end = words.lastIndexOf(' ');
  // A word as long as the text is cut itself.
  return `${words.slice(0, end > longest / 2 ? end : undefined).trimEnd()}…`;
}
