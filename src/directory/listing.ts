import { z } from 'zod';
import { byLanguage, translatedLocales } from '../i18n/locale.ts';

/**
 * A listing: one service, group or organisation, as an editor writes it in content/organisations/.
 * The site never sees this shape, only PublicListing (public-listing.ts), which leaves out what must
 * not be published. What a schema cannot say, such as which values the lists allow, is in validation/.
 */

const text = z.string().trim().min(1);
const isoDate = z.iso.date();

const translation = z.strictObject({
  summary: text.optional(),
  description: text.optional(),
  firstStep: text.optional(),
});

const session = z.strictObject({
  days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
  opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** What happens then, if not simply "open": "Chair yoga". */
  what: text.optional(),
  /** Where, if that is not the listing's address, with its postcode. */
  where: text.optional(),
  /** People ring then; they do not go there. */
  by: z.literal('phone').optional(),
});

const check = z.strictObject({
  /** The day someone checked. */
  date: isoDate,
  method: z.enum(['phone', 'visit', 'website', 'email', 'self-confirmed']),
  /** Which facts were checked, by field name: phone, hours, address … */
  facts: z.array(text).min(1),
});

export const listingSchema = z.strictObject({
  /** Name as people know it. */
  name: text,
  /** Former names, short names, the building: what people may type. */
  otherNames: z.array(text).default([]),
  /** Slug of the listing this one belongs to. */
  partOf: text.optional(),
  /** From content/lists/kinds.yaml. */
  kind: text,
  /** paused: probably not running. closed: kept so that old links explain themselves. */
  status: z.enum(['open', 'paused', 'closed']).default('open'),
  /** One line, at most 110 characters: what you get. */
  summary: text.max(110),
  /** One to three plain sentences to "you". */
  description: text.max(600),
  translations: z
    .strictObject(byLanguage(translatedLocales, () => translation.optional()))
    .default({}),
  /** Need slugs from content/lists/needs.yaml, the main one first. */
  needs: z.array(text).min(1).max(6),
  /** What kind of help one gets, from content/lists/offers.yaml, the main one first. */
  offers: z.array(text).max(4).default([]),
  /** From content/lists/audiences.yaml. */
  audiences: z.array(text).min(1),
  /** Who it is not for, as a sentence. */
  notFor: text.optional(),
  /** Codes from content/lists/languages.yaml. */
  languages: z.array(text).min(1),
  /** From content/lists/costs.yaml. */
  cost: text,
  /** Ways in, from content/lists/access.yaml; empty means not known. */
  access: z.array(text).default([]),
  /** How to start, one plain sentence. */
  firstStep: text.optional(),
  /** Street lines without the postcode. */
  address: text.optional(),
  postcode: text.optional(),
  /** From content/lists/areas.yaml; only where the address makes it sure. */
  area: text.optional(),
  /** Where its users live, in words. */
  areaServed: text.optional(),
  hours: text.optional(),
  sessions: z.array(session).default([]),
  phone: text.optional(),
  /** What to say or press after ringing it: "Ask for the front desk", "Extension 4521". */
  phoneNote: text.max(60).optional(),
  email: z.email().optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  charityNumber: text.optional(),
  /** Who answers the phone and mailbox for several listings, in words: listings that say the same may share them. */
  contactsOf: text.optional(),
  /** true: address, postcode and position never leave this file (refuges). */
  confidentialAddress: z.boolean().default(false),
  /** For editors only; never published. */
  editorsNote: text.optional(),
  trust: z.strictObject({
    /** Where the facts come from: web addresses, or "general knowledge". Not published. */
    sources: z.array(text).min(1),
    /** Year of the newest source; left out if no source had a date. */
    collected: z.number().int().min(2000).max(2100).optional(),
    /** high: a source that was read confirms it. medium: older or thinner source. */
    confidence: z.enum(['high', 'medium']).optional(),
    /** Each time someone checked facts with the organisation; empty: never checked. */
    checks: z.array(check).default([]),
  }),
});

export type Listing = z.infer<typeof listingSchema> & { slug: string };
export type Check = z.infer<typeof check>;
export type Session = z.infer<typeof session>;
