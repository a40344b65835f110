import type { PublicListing } from './public-listing.ts';

/** Nobody can reach it by what we publish: the page says so and offers the prescriber. */
export function hasNoContact({
  phone,
  email,
  address,
  website,
}: Partial<Pick<PublicListing, 'phone' | 'email' | 'address' | 'website'>>): boolean {
  return !phone && !email && !address && !website;
}

/** Where a phone link leads: '020 7364 5000' is 'tel:+442073645000'. Short numbers stay as they are. */
export function telHref(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  const isNational = /^0\d{9,10}$/.test(digits);
  return `tel:${isNational ? `+44${digits.slice(1)}` : digits}`;
}
