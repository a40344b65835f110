import { toPlainName } from '../../directory/plain-name.ts';
import type { ListingRecord } from '../listing-record.ts';
import { comparableFields, isSameFact } from './same-fact.ts';
import type { StoredListing } from './stored-listing.ts';

export type Match =
  | { kind: 'found'; listing: StoredListing }
  | { kind: 'new' }
  | { kind: 'unclear'; reason: string };

/**
 * Finds which listing a record is of: by the name of its file, by its number among a listing's sources, or by its
 * name together with a charity number, phone, e-mail or postcode that both have, or a website if it is not another name. A name alone is enough
 * in a table of our own fields, where an editor wrote it.
 */
export function createMatcher(stored: readonly StoredListing[]): (record: ListingRecord) => Match {
  const bySlug = new Map(stored.map((listing) => [listing.slug, listing]));
  const bySource = new Map<string, StoredListing>();
  const byName = new Map<string, StoredListing[]>();
  for (const listing of stored) {
    for (const source of textsOf(innerOf(listing.fields.trust, 'sources'))) {
      bySource.set(source, listing);
    }
    const names = textsOf([listing.fields.name]).concat(textsOf(listing.fields.otherNames));
    for (const plain of new Set(names.map(toPlainName))) {
      byName.set(plain, [...(byName.get(plain) ?? []), listing]);
    }
  }

  return function match(record) {
    if (record.slug !== undefined) {
      const listing = bySlug.get(record.slug);
      return listing ? { kind: 'found', listing } : { kind: 'new' };
    }
    const bySameSource = record.source === undefined ? undefined : bySource.get(record.source);
    if (bySameSource) return { kind: 'found', listing: bySameSource };
    const named = byName.get(textsOf([record.fields.name]).map(toPlainName).join()) ?? [];
    const sharing = named.filter((listing) => isKnownAgain(listing.fields, record.fields));
    const [found, ...others] = sharing.length > 0 || !record.isOurs ? sharing : named;
    if (found && others.length === 0) return { kind: 'found', listing: found };
    if (named.length === 0) return { kind: 'new' };
    return { kind: 'unclear', reason: describeUnclear(found ? sharing : named, record.isOurs) };
  };
}

function describeUnclear(named: readonly StoredListing[], isOurs: boolean): string {
  const slugs = named.map(({ slug }) => `'${slug}'`).join(', ');
  const means = isOurs
    ? 'write its slug into this row'
    : 'name it below `services` in the file of terms';
  return `has the name of ${slugs}, and it is not clear whether it is the same service: neither charity number, website, phone, e-mail nor postcode says so of one alone. If it is, ${means}.`;
}

// The branches of a charity have one website and often a name in common: of those a website says nothing.
function isKnownAgain(one: Fields, other: Fields): boolean {
  const [name, otherName] = [one.name, other.name].map((each) =>
    textsOf([each]).map(toPlainName).join(),
  );
  return comparableFields
    .filter((field) => field !== 'website' || name === otherName)
    .some((field) => other[field] !== undefined && isSameFact(field, one[field], other[field]));
}

type Fields = Readonly<Record<string, unknown>>;

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function innerOf(fields: unknown, name: string): unknown {
  return (fields as Record<string, unknown> | undefined)?.[name];
}
