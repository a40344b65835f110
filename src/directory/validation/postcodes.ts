import { parsePostcode } from '../postcode.ts';
import type { ListingDraft, ListingFinding, ValidationContext } from './listing-draft.ts';

/** Postcodes that cannot be, or that contradict the area; and, as a notice, those of the borough that our list lacks. */
export function validatePostcode(
  { postcode, area }: ListingDraft,
  { places, postcodesOf }: ValidationContext,
): ListingFinding[] {
  if (postcode === undefined) return [];
  const field = ['postcode'];
  const fault = findPostcodeFault(postcode);
  if (fault) return [{ field, message: fault }];
  const findings: ListingFinding[] = [];
  const begins = (area && postcodesOf.get(area)) || undefined;
  const place = places?.findPlace(postcode);
  if (begins && !begins.some((each) => beginsWith(postcode, each))) {
    const ward = place ? ` (${place.ward} ward)` : '';
    const message = `says ${area}, where postcodes begin with ${begins.join(', ')}, but the postcode is ${postcode}${ward}. Put the wrong one of the two right. If both are right, add '${postcode.slice(0, -2)}' to ${area} in content/lists/areas.yaml.`;
    findings.push({ field: ['area'], message });
  }
  const district = postcode.slice(0, postcode.indexOf(' '));
  if (places?.findDistrict(district) && !place) {
    const message = `${postcode} is not in content/places/postcodes.csv (new, old, mistyped, or just across the border), so the listing is published without distance or ward.`;
    findings.push({ field, notice: true, message });
  }
  return findings;
}

/** Why a postcode is not fit to be published; undefined: it is. */
export function findPostcodeFault(postcode: string): string | undefined {
  const parsed = parsePostcode(postcode);
  if (parsed.kind !== 'full') {
    return `found '${postcode}', which is not a whole UK postcode such as 'E1 4AA'.`;
  }
  if (parsed.postcode !== postcode) return `found '${postcode}'; write it '${parsed.postcode}'.`;
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)/.exec(parsed.district) ?? [];
  const last = LAST_OF_LONDON.get(letters);
  if (!last || Number(number) <= last || OTHERS.has(parsed.district)) return undefined;
  return `found '${postcode}', but there is no ${parsed.district}: postcodes in ${letters} go up to ${letters}${last}. Look at the source again.`;
}

// 'E1 4' begins 'E1 4AA', and 'E1' does, but not 'E14 2DN'.
function beginsWith(postcode: string, beginning: string): boolean {
  return postcode.startsWith(beginning.includes(' ') ? beginning : `${beginning} `);
}

// https://en.wikipedia.org/wiki/London_postal_district: the last district of each, and those of single large users.
const LAST_OF_LONDON = new Map([
  ['E', 22],
  ['EC', 4],
  ['N', 22],
  ['NW', 11],
  ['SE', 28],
  ['SW', 20],
  ['W', 14],
  ['WC', 2],
]);
const OTHERS = new Set(['E77', 'E98', 'EC50', 'EC88', 'N81', 'NW26', 'SW95', 'SW99']);
