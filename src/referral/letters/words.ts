/** What a reader sees of a letter; LetterText (letter.ts) adds who it is for. */
export interface LetterWords {
  subject: string;
  text: string;
}
