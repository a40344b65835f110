import type { Listing, Session } from './listing.ts';
import type { Place } from './places.ts';

/**
 * A listing as the site and the index may show it: the fields that toPublicListing names, so that one
 * added for editors is private until someone adds it there. Never carries editorsNote or sources; of a
 * confidential listing never address, postcode, area or position.
 */
export type PublicListing = ReturnType<typeof toPublicListing>;

/** Where a listing is, as its file says; of a confidential one it stays there. */
export const addressFields: readonly string[] = ['address', 'postcode', 'area'];

/** What only editors read. */
export const editorsFields: readonly string[] = [
  'contactsOf',
  'editorsNote',
  'trust.sources',
  'trust.confidence',
];

/**
 * `place`: where the listing's postcode lies; undefined if it has none or we do not hold it. `isUrgentHelp`: it is
 * among those to ask first by somebody in danger.
 */
export function toPublicListing(
  listing: Listing,
  place: Place | undefined,
  { isUrgentHelp = false }: { isUrgentHelp?: boolean } = {},
) {
  const hidden = listing.confidentialAddress;
  return {
    slug: listing.slug,
    name: listing.name,
    otherNames: listing.otherNames,
    partOf: listing.partOf,
    kind: listing.kind,
    status: listing.status,
    summary: listing.summary,
    description: listing.description,
    firstStep: listing.firstStep,
    translations: listing.translations,
    needs: listing.needs,
    offers: listing.offers,
    audiences: listing.audiences,
    notFor: listing.notFor,
    languages: listing.languages,
    cost: listing.cost,
    access: listing.access,
    address: hidden ? undefined : listing.address,
    postcode: hidden ? undefined : listing.postcode,
    area: hidden ? undefined : listing.area,
    ward: hidden ? undefined : place?.ward,
    position:
      hidden || !place ? undefined : { latitude: place.latitude, longitude: place.longitude },
    areaServed: listing.areaServed,
    hours: listing.hours,
    sessions: hidden ? listing.sessions.map(withoutPlace) : listing.sessions,
    phone: listing.phone,
    phoneNote: listing.phoneNote,
    email: listing.email,
    website: listing.website,
    charityNumber: listing.charityNumber,
    confidentialAddress: hidden,
    collected: listing.trust.collected,
    checks: listing.trust.checks,
    isUrgentHelp,
  };
}

function withoutPlace({ where: _, ...session }: Session): Session {
  return session;
}
