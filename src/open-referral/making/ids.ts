/**
 * The ids of the feed: UUIDs of version 5, made of a name that stays for as long as a listing keeps its
 * file name. Whoever stored an id finds the same thing by it after every release.
 */

// Of these ids alone, drawn at random once. With another one every id would be another.
const NAMESPACE = '6c1d0a56-8f0e-4b52-9d0b-3d2f6a7f4c19';

/** What has an id of its own. */
type Thing =
  | 'service'
  | 'organization'
  | 'organization-identifier'
  | 'location'
  | 'address'
  | 'service-at-location'
  | 'schedule'
  | 'service-area'
  | 'language'
  | 'cost-option'
  | 'contact'
  | 'phone'
  | 'attribute'
  | 'taxonomy'
  | 'taxonomy-term';

export type Ids = (thing: Thing, ...names: string[]) => string;

/**
 * `borough`: in English; two boroughs may each have a listing of the same slug, and both feeds may be read
 * by one program. `nameUuid`: the UUID of version 5 of a name in a namespace.
 */
export function createIds(
  borough: string,
  nameUuid: (namespace: string, name: string) => string,
): Ids {
  const place = borough.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return (thing, ...names) => nameUuid(NAMESPACE, [place, thing, ...names].join('/'));
}
