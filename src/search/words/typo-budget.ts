/** How many letters may be wrong in a word of this length. */
export interface TypoRule {
  oneFrom: number;
  twoFrom: number;
}

export function typoBudget(word: string, rule: TypoRule): number {
  // A wrong digit is another number, not a slip: "section 21", "over 60s".
  if (/\p{N}/u.test(word)) return 0;
  if (word.length >= rule.twoFrom) return 2;
  return word.length >= rule.oneFrom ? 1 : 0;
}
