/**
 * Every word typed begins a word of the text, in any order; case and Latin accents aside. For text
 * that grows as it is typed, where search proper would judge half a word.
 */
export function beginsLike(text: string, typed: string): boolean {
  const words = toWords(text);
  const begun = toWords(typed);
  return begun.length > 0 && begun.every((each) => words.some((word) => word.startsWith(each)));
}

// Latin accents and Bengali joiners are of no script of their own and go; Bengali vowel signs are of
// theirs and stay, as without them other words would match. Apostrophes are often left out.
function toWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Script=Inherited}|['’ʼ]/gu, '');
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
