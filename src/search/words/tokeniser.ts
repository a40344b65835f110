import type { NormaliseRules } from '../definition/definition-schemas.ts';

/** A word of a text: as it is compared, and where it stands in the text. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/**
 * Turns text into words that can be compared. Documents and queries go through the same one, so
 * "Café", "café" and "CAFE" are one word, and so are "can't" and "cant", "la'aan" and "laaan".
 * Letters and digits are read by search-index/normalise.json, so that an index says what it was made with;
 * texts outside search are read by src/i18n/text-words.ts and numbers.ts.
 */
export interface Tokeniser {
  words(text: string): string[];
  tokens(text: string): Token[];
}

// Marks belong to words: in Bengali the vowel signs are marks.
const WORD_CHARACTER = String.raw`\p{L}\p{N}\p{M}`;
const LATIN_ACCENTS = /[\u0300-\u036f]/g;

export function createTokeniser(rules: NormaliseRules): Tokeniser {
  const remove = rules.remove.map(toCharacter).join('');
  const apostrophes = rules.apostrophes.map(toCharacter).join('');
  const dropped = new RegExp(`[${remove}${apostrophes}]`, 'g');
  // An apostrophe or an invisible joiner stays inside its word; at an end it is punctuation.
  const run = new RegExp(
    `[${WORD_CHARACTER}](?:[${WORD_CHARACTER}${remove}${apostrophes}]*[${WORD_CHARACTER}])?`,
    'gu',
  );
  const parts = new RegExp(`[${WORD_CHARACTER}]+`, 'gu');
  const digits = new Map(
    rules.zeros.flatMap((zero) =>
      Array.from({ length: 10 }, (_, digit) => [
        String.fromCodePoint(Number.parseInt(zero, 16) + digit),
        String(digit),
      ]),
    ),
  );
  const digit = new RegExp(`[${[...digits.keys()].join('')}]`, 'g');

  function normalise(text: string): string {
    return text
      .replace(dropped, '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(LATIN_ACCENTS, '')
      .replace(digit, (character) => digits.get(character) ?? character);
  }

  function tokens(text: string): Token[] {
    const found: Token[] = [];
    for (const match of text.matchAll(run)) {
      const start = match.index;
      const end = start + match[0].length;
      // One run may give several words ("½" becomes "1", "2") or none (a lone accent).
      for (const word of normalise(match[0]).match(parts) ?? []) found.push({ word, start, end });
    }
    return found;
  }

  // Most texts are plain: the same words come out without asking for every character what it is.
  const ownApostrophes = rules.apostrophes.map(toCharacter).filter((mark) => PLAIN.test(mark));
  const plainDropped = new RegExp(`[${ownApostrophes.join('')}]`, 'g');
  function words(text: string): string[] {
    if (ownApostrophes.length === 0 || !PLAIN.test(text)) {
      return tokens(text).map((token) => token.word);
    }
    return text.replace(plainDropped, '').toLowerCase().match(PLAIN_WORD) ?? [];
  }

  return { tokens, words };
}

const PLAIN = /^[ -~\n]*$/;
const PLAIN_WORD = /[a-z0-9]+/g;

function toCharacter(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}
