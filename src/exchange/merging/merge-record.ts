import { toCheckedFacts } from '../../directory/checkable.ts';
import { isSame } from '../../directory/editing/is-same.ts';
import { listingSchema } from '../../directory/listing.ts';
import type { ListingRecord } from '../listing-record.ts';
import { isSameFact } from './same-fact.ts';
import type { StoredListing } from './stored-listing.ts';

export interface FieldChange {
  /** 'phone', 'translations.bn.summary' */
  field: string;
  from: unknown;
  to: unknown;
}

export interface Merged {
  changes: FieldChange[];
  /** Fields that the record says otherwise and that stay all the same, with the reason. */
  kept: { field: string; reason: string }[];
}

/** What a foreign feed may change in a listing that is there: the rest is written by our editors, in our words. */
const FOREIGN = ['phone', 'email', 'website', 'address', 'postcode', 'hours', 'charityNumber'];

/**
 * What a record changes in a listing, field by field. Entries of sources and checks are added, never taken away.
 * A fact that was checked with the organisation stays, unless the record is newer than the check.
 */
export function mergeRecord(record: ListingRecord, { fields }: StoredListing): Merged {
  const merged: Merged = { changes: [], kept: [] };
  const wanted = [
    ...toLeaves(record.fields),
    ...record.taken.map((field) => ({ path: field.split('.'), to: undefined })),
  ];
  const newChecks = added(fields, record.fields, 'checks') as Check[];
  for (const { path, to: given } of wanted) {
    const field = path.join('.');
    const from = valueAt(fields, path);
    const to = ADDED.includes(field) ? join(from, given) : tidy(given);
    if (isSame(from, to) || isSame(from ?? defaultOf(field), to ?? defaultOf(field))) continue;
    if (!record.isOurs && (!FOREIGN.includes(field) || isSameFact(field, from, to))) continue;
    const check = findNewerCheck(fields, field, record.asOf, newChecks);
    const reason = check ? describeCheck(check, record.asOf) : findOlder(record, fields, from);
    if (reason) merged.kept.push({ field, reason });
    else merged.changes.push({ field, from, to });
  }
  return merged;
}

const ADDED = ['trust.sources', 'trust.checks'];

interface Check {
  date: string;
  method: string;
  facts: string[];
}

function findNewerCheck(
  fields: Fields,
  field: string,
  asOf: string | undefined,
  newChecks: readonly Check[],
): Check | undefined {
  const [fact] = toCheckedFacts([field]);
  if (!fact) return undefined;
  const covers = ({ facts }: Check) => Array.isArray(facts) && toCheckedFacts(facts).includes(fact);
  const checks = ((valueAt(fields, ['trust', 'checks']) ?? []) as Check[]).filter(covers);
  const [newest] = checks.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const known = [asOf ?? '', ...newChecks.filter(covers).map(({ date }) => date)].toSorted().at(-1);
  return newest && newest.date > (known ?? '') ? newest : undefined;
}

// A feed fills gaps whatever its age; what we have it replaces only where it is not older than our sources.
function findOlder(record: ListingRecord, fields: Fields, from: unknown): string | undefined {
  if (record.isOurs || from === undefined) return undefined;
  if (record.asOf === undefined) return 'the feed does not say of which day its own is';
  const collected = valueAt(fields, ['trust', 'collected']);
  if (typeof collected !== 'number' || Number(record.asOf.slice(0, 4)) >= collected)
    return undefined;
  return `our sources are of ${collected}, and the feed's own is of ${record.asOf}`;
}

function describeCheck({ date, method }: Check, asOf: string | undefined): string {
  const age = asOf ? `what is here is of ${asOf}` : 'what is here has no date';
  return `checked on ${date} (${method}), and ${age}`;
}

/** `changes` as fields within fields. */
export function toFields(changes: readonly FieldChange[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { field, to } of changes) {
    const path = field.split('.');
    let inner = fields;
    for (const name of path.slice(0, -1)) {
      inner[name] ??= {};
      inner = inner[name] as Record<string, unknown>;
    }
    inner[path.at(-1) ?? ''] = to;
  }
  return fields;
}

type Fields = Readonly<Record<string, unknown>>;

function toLeaves(fields: Fields, path: readonly string[] = []): { path: string[]; to: unknown }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const here = [...path, name];
    const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isInner ? toLeaves(value as Fields, here) : [{ path: here, to: value }];
  });
}

function valueAt(fields: Fields, path: readonly string[]): unknown {
  let value: unknown = fields;
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return value;
}

function added(fields: Fields, given: Fields, name: string): unknown[] {
  const before = (valueAt(fields, ['trust', name]) ?? []) as unknown[];
  const entries = valueAt(given, ['trust', name]);
  if (!Array.isArray(entries)) return [];
  return entries.filter((entry) => !before.some((each) => isSame(each, entry)));
}

function join(before: unknown, given: unknown): unknown {
  if (!Array.isArray(given)) return given;
  const all = (before ?? []) as unknown[];
  return [...all, ...given.filter((entry) => !all.some((each) => isSame(each, entry)))];
}

function tidy(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

// What is left out of a file and its default say the same.
function defaultOf(field: string): unknown {
  const schema = listingSchema.shape[field as keyof typeof listingSchema.shape];
  const parsed = schema?.safeParse(undefined);
  return parsed?.success ? parsed.data : undefined;
}
