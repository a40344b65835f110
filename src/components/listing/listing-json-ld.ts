import type { PublicListing } from '../../directory/public-listing.ts';

/**
 * What a listing says of itself in schema.org words. Only facts that stand on the page: no opening
 * hours (ours are words, often old), and nothing of a confidential address.
 */
export function listingJsonLd(listing: PublicListing, parent: PublicListing | undefined): object {
  const hasAddress = listing.address || listing.postcode;
  const contact = {
    telephone: listing.phone,
    email: listing.email,
    url: listing.website,
  };
  const address = hasAddress && {
    '@type': 'PostalAddress',
    streetAddress: listing.address,
    postalCode: listing.postcode,
    addressCountry: 'GB',
  };
  const about = {
    '@context': 'https://schema.org',
    name: listing.name,
    alternateName: listing.otherNames.length > 0 ? listing.otherNames : undefined,
    description: listing.description,
  };
  if (!parent) {
    return { ...about, '@type': 'Organization', ...contact, address: address || undefined };
  }
  return {
    ...about,
    '@type': 'Service',
    provider: { '@type': 'Organization', name: parent.name },
    areaServed: listing.areaServed,
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: listing.website,
      servicePhone: listing.phone && { '@type': 'ContactPoint', telephone: listing.phone },
      serviceLocation: address && { '@type': 'Place', address },
      availableLanguage: listing.languages,
    },
  };
}
