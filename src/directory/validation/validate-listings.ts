import { validateConfidentialAddress } from './confidential-address.ts';
import { validateContactDetails } from './contact-details.ts';
import { findCopies } from './copies.ts';
import { validateDates } from './dates.ts';
import { validateDoNotListed } from './do-not-listed.ts';
import { findDuplicates } from './duplicates.ts';
import type { ListingFinding, ValidationContext } from './listing-draft.ts';
import { validateTexts } from './listing-texts.ts';
import { validateValues } from './listing-values.ts';
import { validatePartOf } from './part-of.ts';
import { validatePostcode } from './postcodes.ts';
import { validateWaysToStart } from './ways-to-start.ts';

const validations = [
  validateValues,
  validatePartOf,
  validateContactDetails,
  validatePostcode,
  validateConfidentialAddress,
  validateDates,
  validateTexts,
  validateDoNotListed,
  validateWaysToStart,
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
  // What was there before is no copy of what is new.
  const byAge = [...context.drafts.values()].toSorted(
    (a, b) => Number(context.noted.has(b.slug)) - Number(context.noted.has(a.slug)),
  );
  const duplicates = findDuplicates(byAge);
  const copies = findCopies(byAge).filter(
    ({ slug }) => !duplicates.some((each) => each.slug === slug && !each.finding.notice),
  );
  for (const { slug, finding } of [...duplicates, ...copies]) found.get(slug)?.push(finding);
  return found;
}
