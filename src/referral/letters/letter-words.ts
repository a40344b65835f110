/**
 * What a reader sees of a letter: plain text, short lines. Made once, when a letter is queued; what
 * is made is stored and never made again. Only the letter to a team holds what a person wrote. The others
 * hold references, which name a referral to us and to nobody else. LetterText (letter.ts) adds who it is for.
 */
export interface LetterWords {
  subject: string;
  text: string;
}
