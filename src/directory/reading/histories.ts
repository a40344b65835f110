import { z } from 'zod';
import type { PublicListing } from '../public-listing.ts';
import { shortHash } from '../short-hash.ts';

/**
 * What has become of each listing's facts, so that a list made in May can say in July what is different.
 * content/histories.yaml keeps a hash of each fact and the days on which they changed, never a fact:
 * what an address was must not be read there once it is confidential.
 */

/** What a person acts on; a list tells of changes in these and in nothing else. */
export const facts = ['status', 'phone', 'hours', 'address', 'cost', 'email', 'website'] as const;
export type Fact = (typeof facts)[number];

const isoDate = z.iso.date();
// One text and not a field for each fact: with 3,000 fields more, YAML takes a quarter of a second to read.
const hashes = z
  .string()
  .regex(new RegExp(`^((${facts.join('|')}):[0-9a-f]{8}( |$))+$`))
  .transform((text) => new Map(text.split(' ').map((each) => each.split(':') as [Fact, string])));
// '1a2b3c4d', or with the day of the last change: '1a2b3c4d 2026-12-01'.
const words = z
  .string()
  .regex(/^[0-9a-f]{8}( \d{4}-\d\d-\d\d)?$/)
  .transform(readWords);
const history = z.strictObject({
  /** Hash of each fact that the listing had when it was last noted: 'phone:81725d93 cost:4cc33125'. */
  now: hashes,
  /** The day it was first noted; none for one that was listed before the histories began. */
  since: isoDate.optional(),
  changes: z.array(z.strictObject({ date: isoDate, facts: z.array(z.enum(facts)) })).default([]),
  /** Hash of all else that is published of it when it was last noted, and the day when that last changed. */
  words: words.optional(),
  /** The day its file was found to be gone. */
  gone: isoDate.optional(),
});

/**
 * content/histories.yaml, by slug: listings of today, and those that were taken out. `_begun`, which no
 * slug can be: the first day of which it tells.
 */
export const historiesSchema = z
  .object({ _begun: isoDate.optional() })
  .catchall(history)
  .transform(({ _begun, ...bySlug }) => ({
    begun: _begun,
    histories: new Map(Object.entries(bySlug as Record<string, History>)),
  }));
export interface History {
  now: ReadonlyMap<Fact, string>;
  since?: string | undefined;
  changes: { date: string; facts: Fact[] }[];
  /** `changed`: undefined: not since it was first noted. undefined as a whole: never noted. */
  words?: { hash: string; changed?: string | undefined } | undefined;
  gone?: string | undefined;
}
export type Histories = ReadonlyMap<string, History>;

/** Facts that differ from what was noted; none for a listing that was never noted. */
export function findUnnoted(listing: PublicListing, history: History | undefined): Fact[] {
  if (!history) return [];
  if (history.gone) return ['status'];
  const now = hashFacts(listing);
  return facts.filter((fact) => now.get(fact) !== history.now.get(fact));
}

/** What stands in the file for words. */
export function readWords(text: string): NonNullable<History['words']> {
  const [hash = '', changed] = text.split(' ');
  return { hash, changed };
}

/** Whether the rest of it differs from what was noted: texts, whom it is for, all that no list tells changes of. */
export function hasUnnotedWords(listing: PublicListing, history: History | undefined): boolean {
  return history?.words !== undefined && hashWords(listing) !== history.words.hash;
}

/** Of all that is published and no fact; neither of checks, which have dates of their own, nor of what is worked out. */
export function hashWords(listing: PublicListing): string {
  const { status, phone, hours, sessions, address, postcode, cost, email, website, ...rest } =
    listing;
  const { slug, checks, ward, position, isUrgentHelp, ...words } = rest;
  // A field that came later, and says nothing yet, changes no listing.
  const said = Object.entries(words).filter(([, value]) => saysSomething(value));
  return hash(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function saysSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== false;
}

export function hashFacts(listing: PublicListing): ReadonlyMap<Fact, string> {
  const { status, phone, hours, sessions, address, postcode, cost, email, website } = listing;
  const values: Record<Fact, unknown> = {
    status,
    phone,
    cost,
    email,
    website,
    hours: hours || sessions.length > 0 ? [hours, sessions] : undefined,
    address: address || postcode ? [address, postcode] : undefined,
  };
  const known = facts.filter((fact) => values[fact] !== undefined);
  return new Map(known.map((fact) => [fact, hash(values[fact])]));
}

function hash(value: unknown): string {
  return shortHash(JSON.stringify(value)).toString(16).padStart(8, '0');
}
