import type { ListingRecord, Reading } from './listing-record.ts';

/** Listings as formatJson writes them. A field that is null should no longer be there; of one left out nothing is said. */
export function readOwnJson(value: unknown): Reading {
  const list = Array.isArray(value) ? value : (value as { listings?: unknown } | null)?.listings;
  if (!Array.isArray(list)) {
    return { ok: false, problem: 'this JSON holds no list of listings: { "listings": [ … ] }.' };
  }
  return { ok: true, records: list.map(toRecord), notes: [] };
}

function toRecord(entry: unknown, index: number): ListingRecord {
  const where = `listing ${index + 1}`;
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    const refusal = 'this is no listing: it has no fields.';
    return { where, fields: {}, taken: [], notes: [], isOurs: true, refusal };
  }
  const { slug, asOf, ...fields } = entry as Record<string, unknown>;
  const entries = Object.entries(fields);
  return {
    where,
    slug: slug === undefined ? undefined : String(slug),
    asOf: asOf === undefined ? undefined : String(asOf),
    fields: Object.fromEntries(entries.filter(([, each]) => each !== null)),
    taken: entries.filter(([, each]) => each === null).map(([name]) => name),
    notes: [],
    isOurs: true,
  };
}
