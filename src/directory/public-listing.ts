import type { Check, Listing, Session } from './listing.ts';
import type { Place } from './places.ts';

/**
 * A listing as the site, the index and the feed may show it: an explicit list of fields, so that a
 * field added for editors is private until someone adds it here. Never carries editorsNote or sources;
 * of a confidential listing never address, postcode, area or position.
 */
export interface PublicListing {
  slug: string;
  name: string;
  otherNames: string[];
  partOf: string | undefined;
  kind: string;
  status: Listing['status'];
  summary: string;
  description: string;
  firstStep: string | undefined;
  translations: Listing['translations'];
  needs: string[];
  offers: string[];
  audiences: string[];
  notFor: string | undefined;
  languages: string[];
  cost: string;
  access: string[];
  address: string | undefined;
  postcode: string | undefined;
  area: string | undefined;
  ward: string | undefined;
  position: { latitude: number; longitude: number } | undefined;
  areaServed: string | undefined;
  hours: string | undefined;
  sessions: Session[];
  phone: string | undefined;
  email: string | undefined;
  website: string | undefined;
  charityNumber: string | undefined;
  confidentialAddress: boolean;
  collected: number | undefined;
  checks: Check[];
}

/** `place`: where the listing's postcode lies; undefined if it has none or we do not hold it. */
export function toPublicListing(listing: Listing, place: Place | undefined): PublicListing {
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
    sessions: listing.sessions,
    phone: listing.phone,
    email: listing.email,
    website: listing.website,
    charityNumber: listing.charityNumber,
    confidentialAddress: hidden,
    collected: listing.trust.collected,
    checks: listing.trust.checks,
  };
}
