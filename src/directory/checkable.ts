import type { Listing } from './listing.ts';
import type { PublicListing } from './public-listing.ts';

/** What someone can check with an organisation, as people are told of it. */
export type CheckedFact =
  | 'name'
  | 'status'
  | 'phone'
  | 'email'
  | 'website'
  | 'hours'
  | 'address'
  | 'cost'
  | 'help'
  | 'who'
  | 'languages'
  | 'start'
  | 'served'
  | 'body';

/** The fields that a check may name, and of which fact each is a part; in the order in which people are told. */
const factOfField = {
  phone: 'phone',
  email: 'email',
  website: 'website',
  hours: 'hours',
  sessions: 'hours',
  address: 'address',
  postcode: 'address',
  area: 'address',
  cost: 'cost',
  status: 'status',
  name: 'name',
  otherNames: 'name',
  summary: 'help',
  description: 'help',
  needs: 'help',
  offers: 'help',
  audiences: 'who',
  notFor: 'who',
  languages: 'languages',
  access: 'start',
  firstStep: 'start',
  areaServed: 'served',
  kind: 'body',
  partOf: 'body',
  charityNumber: 'body',
} as const satisfies Partial<Record<keyof Listing, CheckedFact>>;

type CheckableField = keyof typeof factOfField;
export const checkableFields = Object.keys(factOfField) as CheckableField[];

/** The facts that these fields are parts of, each once. */
export function toCheckedFacts(fields: readonly string[]): CheckedFact[] {
  const named = checkableFields.filter((field) => fields.includes(field));
  return [...new Set(named.map((field) => factOfField[field]))];
}

/** Whether a listing says what a check of this field was of. Times are times, in words or one by one. */
export function hasCheckedField(listing: Partial<Listing>, field: CheckableField): boolean {
  if (factOfField[field] === 'hours') return says(listing, 'hours') || says(listing, 'sessions');
  return says(listing, field);
}

/** Whether a listing says anything of a fact. */
export function hasFact(listing: Partial<Listing>, fact: CheckedFact): boolean {
  return checkableFields.some((field) => factOfField[field] === fact && says(listing, field));
}

/** Whether there is a fact on a listing's page that no check covers. */
export function hasUncheckedFacts(listing: PublicListing): boolean {
  const checked = toCheckedFacts(listing.checks.flatMap(({ facts }) => facts));
  const told = checkableFields.filter((field) => says(listing, field));
  return toCheckedFacts(told).some((fact) => !checked.includes(fact));
}

function says(listing: Partial<Listing>, field: CheckableField): boolean {
  const value = listing[field];
  return value !== undefined && (!Array.isArray(value) || value.length > 0);
}
