import { hasNoContact } from '../contact.ts';
import type { Listing } from '../listing.ts';
import { findNearest } from '../nearest.ts';
import type { Finding } from '../reading/schema-issues.ts';

/** One listing named as an answer, and where it is named. */
export interface NamedFirst {
  listing: string;
  field: PropertyKey[];
}

/**
 * What is wrong with listings named as the first to ask: not there, not open, impossible to reach, named
 * twice. A notice: one that has none of `needs`.
 */
export function validateFirst(
  named: readonly NamedFirst[],
  needs: readonly string[],
  listings: readonly Listing[],
): (Finding & { notice?: true })[] {
  return named.flatMap(({ listing: slug, field }, index): (Finding & { notice?: true })[] => {
    const listing = listings.find((each) => each.slug === slug);
    if (!listing) {
      const slugs = listings.map((each) => each.slug);
      const nearest = findNearest(slug, slugs);
      const guess = nearest ? `Did you mean '${nearest}'?` : 'Look in content/organisations/.';
      return [{ field, message: `there is no listing '${slug}' without fault. ${guess}` }];
    }
    if (named.findIndex((other) => other.listing === slug) < index) {
      return [{ field, message: `'${slug}' is named twice. Keep one.` }];
    }
    if (listing.status !== 'open') {
      return [{ field, message: `'${slug}' is ${listing.status}. Name one that is open.` }];
    }
    if (hasNoContact(listing)) {
      const message = `'${slug}' has no phone, e-mail, address or website: nobody could ask it. Name another.`;
      return [{ field, message }];
    }
    if (listing.needs.some((need) => needs.includes(need))) return [];
    const message = `'${slug}' is for ${listing.needs.join(', ')}, which is none of ${needs.join(', ')}. Make sure that it is the right one.`;
    return [{ field, notice: true, message }];
  });
}
