import { toPlainCharacters } from '../i18n/read-digits.ts';

/**
 * Phone numbers, as people type them and as editors write them, by one plan of the country's:
 * https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-policy
 */

/** Numbers that begin alike: how many digits they have from the 0 on, and how they are parted. */
interface NumberRange {
  begins: RegExp;
  lengths: readonly number[];
  groups: readonly number[];
}

// Codes where some numbers have one digit less: those for which libphonenumber's table of GB has nine digits.
const SHORTER =
  /^01(2(04|08|54|76|9[78])|3(6[34]|8[46])|4(04|20|6[01]|8[08])|5(2[47]|6[26])|6(06|29|35|47|59|95|977)|7(26|44|50|688)|8(27|37|84)|9(0[05]|35|4[69]|63|95))/;
const ranges: readonly NumberRange[] = [
  { begins: /^020(?=[3478])|^02[3489]/, lengths: [11], groups: [3, 4] },
  { begins: /^01(1[3-8]|[2-69]1)/, lengths: [11], groups: [4, 3] },
  { begins: SHORTER, lengths: [10, 11], groups: [5] },
  { begins: /^01[2-9][02-9]\d/, lengths: [11], groups: [5] },
  { begins: /^07/, lengths: [11], groups: [5] },
  { begins: /^0800/, lengths: [10, 11], groups: [4, 3] },
  { begins: /^0(3[0347]|8[0-9]|9[01])/, lengths: [11], groups: [4, 3] },
  { begins: /^05[56]/, lengths: [11], groups: [3, 4] },
];

// What people write beside a number and say nothing by.
const SAYS_NOTHING = new Set(
  'tel telephone phone mob mobile no number my is ফোন মোবাইল নম্বর আমার lambarka taleefanka waa'.split(
    ' ',
  ),
);
const EXTENSION = /[\s,;(]*(?:\bext(?:ension|n)?\b|(?<=[\d\s])x|#)[\s.:]*(\d{1,6})[\s).]*$/i;

/**
 * A phone number as people write it here ('020 7946 0123', '07700 900123 ext 45'), or '+…' for one abroad.
 * Spaces, dashes, dots, brackets and 44 for the first 0 do not matter. `undefined`: nobody could ring that,
 * or words stand beside it that may matter.
 */
export function parsePhone(typed: string): string | undefined {
  const text = toPlainCharacters(typed).trim();
  const [ending = '', extension] = EXTENSION.exec(text) ?? [];
  const before = text.slice(0, text.length - ending.length);
  const number = before.replace(/[\p{L}\p{M}]+/gu, (word) =>
    SAYS_NOTHING.has(word.toLowerCase()) ? ' ' : word,
  );
  if (!/^[\s(:.]*\+?[\d\s().,:/\-‐-―]+$/.test(number)) return undefined;
  const phone = toDiallable(number.replace(/[^\d+]/g, ''));
  return phone && extension ? `${phone} ext ${extension}` : phone;
}

/** The range that a number such as '02079460123' begins like; undefined: of none that is in use. */
export function findNumberRange(
  national: string,
): { begins: string; lengths: readonly number[] } | undefined {
  for (const { begins, lengths } of ranges) {
    const [found] = begins.exec(national) ?? [];
    if (found) return { begins: found, lengths };
  }
  return undefined;
}

/** '02079460123' of '+442079460123', '00442079460123' and '442079460123'; others as they are. */
export function toNational(digits: string): string {
  return digits.replace(/^(?:\+44|0044|44(?=0?[1-9]\d{8,9}$))0?(?=[1-9])/, '0');
}

function toDiallable(digits: string): string | undefined {
  const national = toNational(digits);
  if (/^0[1-9]/.test(national)) return formatNational(national);
  const abroad = digits.replace(/^00/, '+');
  return /^\+(?!44)[1-9]\d{6,14}$/.test(abroad) ? abroad : undefined;
}

function formatNational(national: string): string | undefined {
  const range = ranges.find(({ begins }) => begins.test(national));
  if (!range?.lengths.includes(national.length)) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (const size of range.groups) {
    parts.push(national.slice(from, from + size));
    from += size;
  }
  return [...parts, national.slice(from)].join(' ');
}
