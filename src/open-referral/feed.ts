import type { Directory } from '../directory/directory.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import {
  type Service,
  type ServiceAtLocation,
  type ServiceAtLocationInList,
  type ServiceInList,
  serviceAtLocationInListSchema,
  serviceInListSchema,
} from './entities/service-schemas.ts';
import type { Taxonomy, TaxonomyTerm } from './entities/taxonomy.ts';
import { createIds } from './making/ids.ts';
import { pickNamed } from './making/in-list.ts';
import { findModifiedDay, toLastModified } from './making/last-modified.ts';
import { toLocation } from './making/location.ts';
import { toOrganization } from './making/organization.ts';
import { toTaxonomies } from './making/taxonomies.ts';
import { toService } from './making/to-service.ts';

/**
 * The directory as an Open Referral UK 3.0 feed: every listing, open, paused or closed, with all that may be
 * published of it. Made of PublicListing alone, so that what must not leave its file cannot get here.
 */
export interface Feed {
  services: Entries<Service, ServiceInList>;
  serviceAtLocations: Entries<ServiceAtLocation, ServiceAtLocationInList>;
  taxonomies: Entries<Taxonomy, Taxonomy>;
  terms: Entries<TaxonomyTerm, TaxonomyTerm>;
  /** The first day of which histories tell; of what changed before, nothing can be told. */
  firstDay: string | undefined;
}

/** In the order of the feed. */
export type Entries<Whole, InList> = readonly Entry<Whole, InList>[];

export interface Entry<Whole, InList> {
  id: string;
  /** As it is asked for alone. */
  whole: Whole;
  /** As it stands in lists. */
  inList: InList;
  /** What filters ask about; undefined: it is of no listing. */
  of?: ListingFacts;
}

export interface ListingFacts {
  listing: PublicListing;
  service: Service;
  /** Newest day on which it was noted to have changed; undefined: never since notes began. */
  modified: string | undefined;
}

interface FeedParts {
  directory: Pick<
    Directory,
    'listings' | 'findListing' | 'histories' | 'historiesBegun' | 'lists' | 'site'
  >;
  /** ISO date. */
  today: string;
  siteUrl: URL;
  /** The UUID of version 5 of a name in a namespace. */
  nameUuid: (namespace: string, name: string) => string;
}

export function createFeed({ directory, today, siteUrl, nameUuid }: FeedParts): Feed {
  const { listings, findListing, histories, lists, site } = directory;
  const ids = createIds(site.borough.en, nameUuid);
  const taxonomies = toTaxonomies(lists, ids);
  const all: ListingFacts[] = listings.map((listing) => {
    const modified = findModifiedDay(listing, histories.get(listing.slug), {
      today,
      begun: directory.historiesBegun,
    });
    const service = toService(listing, {
      ids,
      lists,
      taxonomies,
      siteUrl,
      today,
      organization: toOrganization(findListing(listing.partOf ?? '') ?? listing, ids),
      location: toLocation(listing, site, ids),
      lastModified: toLastModified(modified, listing.collected),
    });
    return { listing, service, modified };
  });
  return {
    services: all.map((of) => ({
      id: of.service.id,
      whole: of.service,
      inList: pickNamed(serviceInListSchema, of.service),
      of,
    })),
    serviceAtLocations: all.flatMap(toServiceAtLocations),
    taxonomies: taxonomies.taxonomies.map(asItIs),
    terms: taxonomies.terms.map(asItIs),
    firstDay: directory.historiesBegun,
  };
}

function toServiceAtLocations(
  of: ListingFacts,
): Entries<ServiceAtLocation, ServiceAtLocationInList> {
  const { service_at_locations: places = [], ...service } = of.service;
  return places.map((place) => {
    const whole = { ...place, service_id: service.id, service };
    return { id: place.id, whole, inList: pickNamed(serviceAtLocationInListSchema, whole), of };
  });
}

function asItIs<T extends { id: string }>(entity: T): Entry<T, T> {
  return { id: entity.id, whole: entity, inList: entity };
}
