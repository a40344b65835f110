import { validateConfidentialAddress } from './confidential-address.ts';
import { validateContactDetails } from './contact-details.ts';
import { validateDates } from './dates.ts';
import { findDuplicates } from './duplicates.ts';
import type { ListingFinding, ValidationContext } from './listing-draft.ts';
import { validateValues } from './listing-values.ts';
import { validatePartOf } from './part-of.ts';
import { validatePostcode } from './postcodes.ts';

const validations = [
  validateValues,
  validatePartOf,
  validateContactDetails,
  validatePostcode,
  validateConfidentialAddress,
  validateDates,
];

/** Everything wrong with listings beyond the form of their fields, by slug, in the order of the drafts. */
export function validateListings(context: ValidationContext): Map<string, ListingFinding[]> {
  const found = new Map<string, ListingFinding[]>();
  for (const [slug, draft] of context.drafts) {
    found.set(
      slug,
      validations.flatMap((validate) => validate(draft, context)),
    );
  }
  for (const { slug, finding } of findDuplicates([...context.drafts.values()])) {
    found.get(slug)?.push(finding);
  }
  return found;
}
