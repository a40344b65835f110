/**
 * The words of a text in any script, as they are compared: case, Latin accents and apostrophes aside.
 * Latin accents and Bengali joiners are of no script of their own and go; Bengali vowel signs are of
 * theirs and stay, as without them other words would match.
 *
 * Search has a tokeniser of its own (src/search/words/tokeniser.ts): its letters are data in search-index/,
 * which an index is made from and a browser never loads, and it tells where in the text a word stands.
 */
export function toTextWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Script=Inherited}|['’‘ʼ`]/gu, '');
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
