import type { Directory } from '../../../src/directory/directory.ts';
import type { PublicListing } from '../../../src/directory/public-listing.ts';

/** A listing as pages see it; the name, unless given, is the slug. */
export function aListing(slug: string, fields: Partial<PublicListing> = {}): PublicListing {
  return {
    slug,
    name: slug,
    otherNames: [],
    partOf: undefined,
    kind: 'charity',
    status: 'open',
    summary: 'What you get',
    description: 'What you get, in more words.',
    firstStep: undefined,
    translations: {},
    needs: ['food'],
    offers: ['food'],
    audiences: ['everyone'],
    notFor: undefined,
    languages: ['en'],
    cost: 'free',
    access: [],
    address: undefined,
    postcode: undefined,
    area: undefined,
    ward: undefined,
    position: undefined,
    areaServed: undefined,
    hours: undefined,
    sessions: [],
    phone: undefined,
    phoneNote: undefined,
    email: undefined,
    website: 'https://example.org',
    charityNumber: undefined,
    confidentialAddress: false,
    collected: undefined,
    checks: [],
    isUrgentHelp: false,
    ...fields,
  };
}

/** The listings of a directory, with the look-up that goes with them. */
export function directoryOf(
  ...listings: PublicListing[]
): Pick<Directory, 'listings' | 'findListing'> {
  return { listings, findListing: (slug) => listings.find((listing) => listing.slug === slug) };
}
