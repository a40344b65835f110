import type { TypedLanguage } from '../words/typed-languages.ts';

/**
 * One key for the many ways a word is written, in each language. Keys of different languages are never
 * compared with one another. Words are as the tokeniser gives them: small letters, decomposed.
 */
export function foldWord(word: string, language: TypedLanguage): string {
  return foldOf(language)(word);
}

/** The key of what follows a stem: vowels there count for less than a word's first. */
export function foldEnding(ending: string, language: TypedLanguage): string {
  return language === 'bn-latn'
    ? foldLaterVowels(foldLatinConsonants(ending))
    : foldOf(language)(ending);
}

// Of a language whose spellings nobody has studied only repeated letters are folded, as of English.
function foldOf(language: TypedLanguage): (word: string) => string {
  return folds[language] ?? withoutRepeats;
}

const folds: Partial<Record<TypedLanguage, (word: string) => string>> = {
  bn: foldBengali,
  'bn-latn': foldRomanised,
  so: foldSomali,
};

function withoutRepeats(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

// Aspirates, long vowels and the three s are heard alike and typed alike; signs that only join go.
const bengaliAlike: Record<string, string> = {
  'ী': 'ি',
  'ূ': 'ু',
  ঈ: 'ই',
  ঊ: 'উ',
  ও: 'উ',
  ষ: 'স',
  শ: 'স',
  ছ: 'চ',
  ণ: 'ন',
  ঙ: 'ন',
  'ং': 'ন',
  য: 'জ',
  ঝ: 'জ',
  ঢ: 'ড',
  খ: 'ক',
  ঘ: 'গ',
  থ: 'ত',
  ধ: 'দ',
  ঠ: 'ট',
  ফ: 'প',
  ভ: 'ব',
  ৎ: 'ত',
  ঞ: 'ন',
  'ঁ': '',
  '্': '',
  '়': '',
  'ঃ': '',
  'ৃ': 'রি',
};

function foldBengali(word: string): string {
  const joined = word
    .replaceAll('\u09c7\u09be', 'ু')
    .replaceAll('য\u09bc', 'এ')
    .replaceAll('ড\u09bc', 'র');
  let key = '';
  for (const letter of joined) key += bengaliAlike[letter] ?? letter;
  return withoutRepeats(key);
}

function foldRomanised(word: string): string {
  const key = foldLatinConsonants(word);
  const first = key.search(/[aeiou]/);
  return first < 0 ? key : key.slice(0, first + 1) + foldLaterVowels(key.slice(first + 1));
}

function foldLatinConsonants(word: string): string {
  const key = word
    .replace(/chh?|sh|c/g, 's')
    .replace(/kh|x|q/g, 'k')
    .replace(/ph|p/g, 'f')
    .replace(/bh|v|w/g, 'b')
    .replace(/gh/g, 'g')
    .replace(/jh|zh?/g, 'j')
    .replace(/([dtr])h/g, '$1')
    .replace(/y/g, 'i');
  return withoutRepeats(key);
}

function foldLaterVowels(key: string): string {
  return withoutRepeats(key.replace(/[ou]/g, 'a').replace(/e/g, 'i'));
}

function foldSomali(word: string): string {
  return withoutRepeats(
    word.replace(/dh/g, 'd').replace(/kh|q/g, 'k').replace(/x/g, 'h').replace(/ey/g, 'ay'),
  );
}
