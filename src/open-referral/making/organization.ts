import type { PublicListing } from '../../directory/public-listing.ts';
import type { Organization } from '../entities/organization.ts';
import type { Ids } from './ids.ts';

/** A listing as the organisation that runs something. */
export function toOrganization(
  { slug, name, description, email, website, partOf, charityNumber }: PublicListing,
  ids: Ids,
): Organization {
  return {
    id: ids('organization', slug),
    name,
    description,
    email,
    website,
    parent_organization_id: partOf && ids('organization', partOf),
    directory_slug: slug,
    organization_identifiers: charityNumber
      ? [
          {
            id: ids('organization-identifier', slug, 'GB-CHC'),
            identifier_scheme: 'GB-CHC',
            identifier_type: 'Charity number',
            identifier: charityNumber,
          },
        ]
      : undefined,
  };
}
