import { toPlainCharacters } from '../i18n/read-digits.ts';

/**
 * What someone typed where a postcode was asked for.
 * full: 'E1 4AA'. sector: 'E1 4', all of it but the last two letters. district: 'E3'. neither: of no UK
 * postcode's form, or of two. `mended`: with a letter typed for a figure that looks like it.
 */
export type ParsedPostcode =
  | { kind: 'full'; postcode: string; district: string; mended?: true }
  | { kind: 'sector'; sector: string; district: string; mended?: true }
  | { kind: 'district'; district: string; mended?: true }
  | { kind: 'neither' };
type Found = Exclude<ParsedPostcode, { kind: 'neither' }>;

// https://en.wikipedia.org/wiki/Postcodes_in_the_United_Kingdom#Formatting
const AREA =
  '(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|' +
  'L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)';
// No district ends in a letter that looks like a figure.
const DISTRICT = `${AREA}(?:[1-9][0-9A-HJKMNP-Y]?|0)`;
const UNIT_LETTER = '[ABD-HJLNP-UW-Z]';
const FULL = new RegExp(`^(${DISTRICT})([0-9]${UNIT_LETTER}{2})$`);
const SECTOR = new RegExp(`^(${DISTRICT})([0-9])${UNIT_LETTER}?$`);
const ONLY_DISTRICT = new RegExp(`^${DISTRICT}$`);
const SHORTEST_FULL = 5;
const LONGEST_READ = 300;

/**
 * Case, spaces, punctuation, marks that nobody sees and words around do not matter; digits of other scripts
 * are read as digits; O, I and L are read as figures where a figure must stand. What could be two postcodes
 * is neither, so that the person is asked: a space in the wrong place may be a figure that was left out.
 */
export function parsePostcode(typed: string): ParsedPostcode {
  const pieces = toPieces(typed);
  return readWhole(pieces) ?? findAmongWords(pieces) ?? { kind: 'neither' };
}

/** As parsePostcode, of a text that is nothing else: one with words around it is neither. */
export function parsePostcodeAlone(typed: string): ParsedPostcode {
  return readWhole(toPieces(typed)) ?? { kind: 'neither' };
}

function toPieces(typed: string): string[] {
  const text = toPlainCharacters(typed.slice(0, LONGEST_READ));
  return text.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function readWhole(pieces: readonly string[]): Found | undefined {
  if (pieces.join('').length > 7) return undefined;
  return readFull(pieces) ?? readPart(pieces) ?? mend(pieces);
}

function readFull(pieces: readonly string[]): Found | undefined {
  const [, district = '', rest = ''] = FULL.exec(pieces.join('')) ?? [];
  if (!district || !isPartedAfter(district, pieces)) return undefined;
  return { kind: 'full', postcode: `${district} ${rest}`, district };
}

/** A space in another place alone is a slip that may not be the only one: 'E14 AA', 'E1 44AA'. */
function isPartedAfter(district: string, pieces: readonly string[]): boolean {
  if (pieces.length === 1) return true;
  return pieces.some((_, index) => pieces.slice(0, index).join('') === district);
}

function readPart(pieces: readonly string[]): Found | undefined {
  const text = pieces.join('');
  const last = pieces[pieces.length - 1] ?? '';
  const before = pieces.slice(0, -1);
  // "E 14", as the letters may stand apart.
  const isDistrictInPieces = (each: readonly string[]) =>
    isDistrict(each.join('')) &&
    (each.length === 1 || (each.length === 2 && !/\d/.test(each[0] ?? '')));
  if (isDistrictInPieces(pieces)) return { kind: 'district', district: text };
  const [, district = '', figure = ''] = SECTOR.exec(text) ?? [];
  if (!district) return undefined;
  const isApart = isDistrictInPieces(before) && before.join('') === district && last.length < 3;
  // "E 1 4" may be E14 as well.
  const isWhole = pieces.length === 1 || (isApart && (before.length === 1 || !isDistrict(text)));
  return isWhole ? { kind: 'sector', sector: `${district} ${figure}`, district } : undefined;
}

/**
 * The one postcode that it can be with O as 0, I and L as 1 or as each other, and 1 as L among the last two
 * letters; undefined: none or several. What holds no figure is a word, and a figure is never read as
 * the first letters: "1E4" is more likely E14.
 */
function mend(pieces: readonly string[]): Found | undefined {
  const text = pieces.join('');
  if (!/\d/.test(text)) return undefined;
  let readings = [''];
  for (const [at, letter] of [...text].entries()) {
    const isUnitLetter = text.length >= SHORTEST_FULL && at >= text.length - 2;
    const others = isUnitLetter && letter === '1' ? '1L' : (LOOK_ALIKE[letter] ?? letter);
    readings = readings.flatMap((reading) => [...others].map((other) => reading + other));
  }
  const found = readings
    .filter((reading) => reading !== text)
    .map((reading) => cutAs(pieces, reading))
    .flatMap((each) => readFull(each) ?? readPart(each) ?? []);
  const [first, ...more] = found;
  return first && more.length === 0 ? { ...first, mended: true } : undefined;
}

const LOOK_ALIKE: Record<string, string> = { O: 'O0', I: 'I1L', L: 'L1I' };

function cutAs(pieces: readonly string[], text: string): string[] {
  let from = 0;
  return pieces.map(({ length }) => {
    from += length;
    return text.slice(from - length, from);
  });
}

/** The one whole postcode, as it was typed, within a text. */
function findAmongWords(pieces: readonly string[]): Found | undefined {
  const found = new Map<string, Found>();
  for (const at of pieces.keys()) {
    for (const count of [1, 2, 3]) {
      const full = readFull(pieces.slice(at, at + count));
      if (full?.kind === 'full') found.set(full.postcode, full);
    }
  }
  const [first, ...more] = found.values();
  return more.length === 0 ? first : undefined;
}

function isDistrict(text: string): boolean {
  return ONLY_DISTRICT.test(text);
}
