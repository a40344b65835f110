/**
 * Organisations that asked not to be listed: content/do-not-list.yaml. Their listings are taken out, and what this file says
 * of them keeps an import or another editor from bringing them back. It holds no address and nothing about a person.
 */
import { z } from 'zod';
import type { Listing } from './listing.ts';
import { toPlainName } from './plain-name.ts';

const text = z.string().trim().min(1);

const entry = z.strictObject({
  /** The name that its listing's file had, if it had one. */
  slug: text.optional(),
  name: text,
  otherNames: z.array(text).default([]),
  /** The day on which they asked. */
  asked: z.iso.date(),
  /** By these it is known under another name. Only what no other listing has. */
  phone: text.optional(),
  email: z.email().optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  charityNumber: text.optional(),
});

export const doNotListSchema = z.array(entry);
export type DoNotList = readonly z.infer<typeof entry>[];
export type DoNotListEntry = DoNotList[number];

type Known = Partial<
  Pick<Listing, 'name' | 'otherNames' | 'phone' | 'email' | 'website' | 'charityNumber'>
> & { slug?: string | undefined };

/** The entry that is of this organisation: by its file, a name, or a contact that the entry gives. undefined: there is none. */
export function findDoNotList(list: DoNotList, known: Known): DoNotListEntry | undefined {
  const keys = new Set(toKeys(known));
  return list.find((each) => toKeys(each).some((key) => keys.has(key)));
}

/**
 * What to remember of a listing whose organisation asked on a day to be taken out: its names, and those contacts that none of
 * the `others` has.
 */
export function toDoNotListEntry(
  listing: Pick<Listing, 'slug' | 'name' | 'otherNames'> & Known,
  others: readonly Known[],
  asked: string,
): DoNotListEntry {
  const taken = new Set(others.flatMap(toKeys));
  const own = ['phone', 'email', 'website', 'charityNumber'] as const;
  const contacts = own.filter(
    (field) => listing[field] && !toKeys({ [field]: listing[field] }).some((key) => taken.has(key)),
  );
  return {
    slug: listing.slug,
    name: listing.name,
    otherNames: [...listing.otherNames],
    asked,
    ...Object.fromEntries(contacts.map((field) => [field, listing[field]])),
  };
}

function toKeys(known: Known): string[] {
  const names = [known.name, ...(known.otherNames ?? [])].map((name) => toPlainName(name ?? ''));
  return [
    ...names.map((name) => ['name', name]),
    ['slug', known.slug ?? ''],
    ['phone', known.phone?.replace(/\D/g, '') ?? ''],
    ['email', known.email?.toLowerCase() ?? ''],
    ['website', known.website?.toLowerCase().replace(/^https?:\/\/(www\.)?|\/+$/g, '') ?? ''],
    ['charityNumber', known.charityNumber?.replace(/\s/g, '') ?? ''],
  ]
    .filter(([, value]) => value)
    .map((key) => key.join(':'));
}
