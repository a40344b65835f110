import { syllable } from 'syllable';

/**
 * The American school grade at which a text can be read, by Flesch and Kincaid (1975). Labels and buttons
 * are sentences like others, so it is meant for all the texts of a page, never for one of them.
 */
export function schoolGrade(texts: readonly string[]): number {
  const sentences = texts.flatMap(toSentences);
  const words = sentences.flatMap(toWords);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** An average hides it. */
export function longestSentence(texts: readonly string[]): string {
  const length = (sentence: string) => toWords(sentence).length;
  return texts.flatMap(toSentences).reduce((a, b) => (length(b) > length(a) ? b : a), '');
}

export function countWords(text: string): number {
  return toWords(text).length;
}

/**
 * Names, which no plainer word can replace: each counts as a word of one syllable. What is filled in is a
 * name or a number. The service has its name of the NHS, and people are told on the first page what it is.
 */
const names =
  /\{\{\w+\}\}|\bsocial prescrib(?:er|ers|ing)\b|\bTower Hamlets\b|\bBBC Weather\b|\b(?:nhs|gov)\.uk\b/gi;

function toSentences(text: string): string[] {
  return text
    .replace(names, 'name')
    .split(/(?<=[.!?…][”"’)]*)\s+/)
    .filter((sentence) => toWords(sentence).length > 0);
}

function toWords(text: string): string[] {
  return text.match(/[\p{L}\p{Nd}]+(?:[’'-][\p{L}\p{Nd}]+)*/gu) ?? [];
}
