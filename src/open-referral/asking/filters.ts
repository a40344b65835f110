import { distanceMetres, type Position } from '../../directory/distance.ts';
import type { Entry, ListingFacts } from '../feed.ts';
import type { Query } from './parameters.ts';

/** What a query leaves of the services, wherever they stand. */
export interface FilterFacts {
  /** Where the postcode of the query is. */
  from: Position | undefined;
  /** Slugs of what its words find, the best first. */
  found: readonly string[] | undefined;
  /** The first day of which histories tell. */
  firstDay: string | undefined;
}

type Filter = (of: ListingFacts) => boolean;

/** In the order of the words, else of the distance, else of the feed. */
export function filterServices<Each extends Entry<unknown, unknown>>(
  entries: readonly Each[],
  query: Query,
  { from, found, firstDay }: FilterFacts,
): Each[] {
  const filters: (Filter | undefined)[] = [
    byTerm(query),
    byOrganization(query),
    byTime(query),
    byChange(query, firstDay),
    byDistance(query, from),
    byWords(found),
  ];
  const left = entries.filter(({ of }) => of && filters.every((filter) => !filter || filter(of)));
  const rank = toRank(from, found);
  return rank ? left.toSorted((a, b) => rank(a.of) - rank(b.of)) : left;
}

function toRank(
  from: Position | undefined,
  found: readonly string[] | undefined,
): ((of: ListingFacts | undefined) => number) | undefined {
  if (found) {
    const places = new Map(found.map((slug, index) => [slug, index]));
    return (of) => places.get(of?.listing.slug ?? '') ?? found.length;
  }
  if (!from) return undefined;
  return (of) => (of?.listing.position ? distanceMetres(from, of.listing.position) : Infinity);
}

function byWords(found: readonly string[] | undefined): Filter | undefined {
  if (!found) return undefined;
  const slugs = new Set(found);
  return ({ listing }) => slugs.has(listing.slug);
}

function byTerm({ taxonomy_term_id, taxonomy_id }: Query): Filter | undefined {
  if (!taxonomy_term_id && !taxonomy_id) return undefined;
  return ({ service: { attributes = [] } }) =>
    (!taxonomy_term_id ||
      attributes.some(
        ({ taxonomy_term: { id, parent_id } }) =>
          id === taxonomy_term_id || parent_id === taxonomy_term_id,
      )) &&
    (!taxonomy_id ||
      attributes.some(({ taxonomy_term: term }) => term.taxonomy_id === taxonomy_id));
}

function byOrganization({ organization_id }: Query): Filter | undefined {
  return organization_id ? ({ service }) => service.organization_id === organization_id : undefined;
}

function byTime({ day, start_time, end_time }: Query): Filter | undefined {
  if (!day && !start_time && !end_time) return undefined;
  return ({ listing }) =>
    listing.sessions.some(
      ({ days, opens, closes }) =>
        (!day || days.includes(day)) &&
        (!start_time || opens >= start_time) &&
        (!end_time || closes <= end_time),
    );
}

// Before the first note nobody knows what changed: leaving anything out could hide a change.
function byChange({ modified_after }: Query, firstDay: string | undefined): Filter | undefined {
  if (!modified_after || !firstDay || modified_after < firstDay) return undefined;
  return ({ modified }) => modified !== undefined && modified >= modified_after;
}

function byDistance({ proximity }: Query, from: Position | undefined): Filter | undefined {
  if (!from) return undefined;
  return ({ listing: { position } }) =>
    position !== undefined && distanceMetres(from, position) <= (proximity ?? Infinity);
}
