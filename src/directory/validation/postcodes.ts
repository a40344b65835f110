import { parsePostcode } from '../postcode.ts';
import type { ListingDraft, ListingFinding, ValidationContext } from './listing-draft.ts';

/** Postcodes not written in full; and, as a notice, those of the borough that our list lacks. */
export function validatePostcode(
  { postcode }: ListingDraft,
  { places }: ValidationContext,
): ListingFinding[] {
  if (postcode === undefined) return [];
  const field = ['postcode'];
  const fault = findPostcodeFault(postcode);
  if (fault) return [{ field, message: fault }];
  const district = postcode.slice(0, postcode.indexOf(' '));
  if (!places?.findDistrict(district) || places.findPlace(postcode)) return [];
  return [
    {
      field,
      notice: true,
      message: `${postcode} is not in content/places/postcodes.csv (new, old, mistyped, or just across the border), so the listing is published without distance or ward.`,
    },
  ];
}

/** Why a postcode is not fit to be published; undefined: it is. */
export function findPostcodeFault(postcode: string): string | undefined {
  const parsed = parsePostcode(postcode);
  if (parsed.kind !== 'full') {
    return `found '${postcode}', which is not a whole UK postcode such as 'E1 4AA'.`;
  }
  if (parsed.postcode === postcode) return undefined;
  return `found '${postcode}'; write it '${parsed.postcode}'.`;
}
