import { readDigits } from '../i18n/read-digits.ts';

/**
 * What someone typed where a postcode was asked for.
 * full: 'E1 4AA'. district: 'E3'. neither: not of a UK postcode's form.
 */
export type ParsedPostcode =
  | { kind: 'full'; postcode: string; district: string }
  | { kind: 'district'; district: string }
  | { kind: 'neither' };

// Royal Mail's forms: A9, A99, AA9, AA99, A9A, AA9A, then 9AA with none of C I K M O V.
const DISTRICT = '[A-Z]{1,2}[0-9][A-Z0-9]?';
const FULL = new RegExp(`^(${DISTRICT})([0-9][ABD-HJLNP-UW-Z]{2})$`);
const ONLY_DISTRICT = new RegExp(`^${DISTRICT}$`);

/** Case, spaces, dots and dashes do not matter; digits of other scripts are read as digits. */
export function parsePostcode(typed: string): ParsedPostcode {
  const compact = readDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s.\-–]/g, '');
  if (compact.length > 7) return { kind: 'neither' };
  const full = FULL.exec(compact);
  if (full?.[1] && full[2]) {
    return { kind: 'full', postcode: `${full[1]} ${full[2]}`, district: full[1] };
  }
  if (ONLY_DISTRICT.test(compact)) return { kind: 'district', district: compact };
  return { kind: 'neither' };
}
