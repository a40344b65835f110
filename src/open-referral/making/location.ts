import type { Site } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Location } from '../entities/location.ts';
import type { Ids } from './ids.ts';

/**
 * Where a listing can be visited; undefined: nowhere, or nobody is to know. Its address has all that the
 * standard asks for, or is left out: then the location's name says where it is.
 */
export function toLocation(
  { slug, address, postcode, position }: PublicListing,
  { postTowns = [] }: Pick<Site, 'postTowns'>,
  ids: Ids,
): Location | undefined {
  if (!address && !postcode) return undefined;
  const town = postTowns.find(({ postcodeAreas }) =>
    postcodeAreas.includes(/^[A-Z]+/.exec(postcode ?? '')?.[0] ?? ''),
  );
  return {
    id: ids('location', slug),
    location_type: 'physical',
    name: address,
    latitude: position?.latitude,
    longitude: position?.longitude,
    directory_postcode: postcode,
    addresses:
      address && postcode && town
        ? [
            {
              id: ids('address', slug),
              address_1: address,
              city: town.town,
              state_province: town.county,
              postal_code: postcode,
              country: 'GB',
              address_type: 'physical',
            },
          ]
        : undefined,
  };
}
