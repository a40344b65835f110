import { checkConfidentialAddress } from './confidential-address.ts';
import { checkContactDetails } from './contact-details.ts';
import { checkDates } from './dates.ts';
import { findDuplicates } from './duplicates.ts';
import type { CheckContext, ListingFinding } from './listing-draft.ts';
import { checkValues } from './listing-values.ts';
import { checkPartOf } from './part-of.ts';
import { checkPostcode } from './postcodes.ts';

const checks = [
  checkValues,
  checkPartOf,
  checkContactDetails,
  checkPostcode,
  checkConfidentialAddress,
  checkDates,
];

/** Everything wrong with listings beyond the form of their fields, by slug, in the order of the drafts. */
export function checkListings(context: CheckContext): Map<string, ListingFinding[]> {
  const found = new Map<string, ListingFinding[]>();
  for (const [slug, draft] of context.drafts) {
    found.set(
      slug,
      checks.flatMap((check) => check(draft, context)),
    );
  }
  for (const { slug, finding } of findDuplicates([...context.drafts.values()])) {
    found.get(slug)?.push(finding);
  }
  return found;
}
