import { changeListing } from '../../directory/editing/change-listing.ts';
import { writeListing } from '../../directory/editing/write-listing.ts';
import type { ListingRecord } from '../listing-record.ts';
import { type ContentFile, dropUnfit } from './drop-unfit.ts';
import { createMatcher } from './match-listing.ts';
import { type FieldChange, mergeRecord, toFields } from './merge-record.ts';
import { readStored, type StoredListing } from './stored-listing.ts';

/** What an import makes of one record. */
export interface ImportItem {
  where: string;
  name: string;
  slug?: string | undefined;
  outcome: 'new' | 'changed' | 'same' | 'refused';
  changes: FieldChange[];
  kept: { field: string; reason: string }[];
  /** Why it is refused. */
  reasons: string[];
  notes: string[];
  /** The listing's file as it would be. */
  file?: ContentFile;
}

/**
 * What an import would do, by the rules of the check: a record whose listing would not pass is refused with what
 * the check says, and changes nothing. `content`: all files of content/, which pass it.
 */
export function planImport(
  records: readonly ListingRecord[],
  content: { files: readonly ContentFile[]; hash: string },
  today: string,
): ImportItem[] {
  const stored = readStored(content.files);
  const match = createMatcher(stored);
  const taken = new Map<string, string>();
  const slugs = new Set(stored.map(({ slug }) => slug));
  const items = records.map((record) => {
    const item = planRecord(record, match, slugs);
    const before = item.slug === undefined ? undefined : taken.get(item.slug);
    if (before && item.outcome !== 'refused') {
      return refuse(item, [
        `is the same listing as ${before}, which comes first. Keep one of them.`,
      ]);
    }
    if (item.slug !== undefined) {
      taken.set(item.slug, item.where);
      slugs.add(item.slug);
    }
    return item;
  });
  return dropUnfit(items, content, today);
}

function planRecord(
  record: ListingRecord,
  match: ReturnType<typeof createMatcher>,
  slugs: ReadonlySet<string>,
): ImportItem {
  const item = toItem(record);
  if (record.refusal) return refuse(item, [record.refusal]);
  if (record.asOf !== undefined && !/^\d{4}-\d\d-\d\d$/.test(record.asOf)) {
    return refuse(item, [`asOf is '${record.asOf}': write the day as year-month-day, 2026-11-20.`]);
  }
  const found = match(record);
  if (found.kind === 'unclear') return refuse(item, [found.reason]);
  if (found.kind === 'found') return planChange(item, record, found.listing);
  const noted = { ...item, notes: [...item.notes, ...(record.draftNotes ?? [])] };
  return planNew(noted, record, slugs);
}

function planChange(item: ImportItem, record: ListingRecord, listing: StoredListing): ImportItem {
  const { changes, kept } = mergeRecord(record, listing);
  const planned = { ...item, slug: listing.slug, changes, kept };
  if (changes.length === 0) return { ...planned, outcome: 'same' };
  const all = record.isOurs ? changes : [...changes, ...withSource(record, listing)];
  const text = changeListing(listing.text, toFields(all));
  return { ...planned, outcome: 'changed', file: { path: listing.path, text } };
}

// So that the next import of the same feed knows the listing by it.
function withSource({ source }: ListingRecord, { fields }: StoredListing): FieldChange[] {
  const from = (fields.trust as { sources: string[] }).sources;
  if (source === undefined || from.includes(source)) return [];
  return [{ field: 'trust.sources', from, to: [...from, source] }];
}

function planNew(item: ImportItem, record: ListingRecord, slugs: ReadonlySet<string>): ImportItem {
  const slug = record.slug ?? findFreeSlug(item.name, slugs);
  if (!slug) return refuse(item, ['has no name.']);
  const open = CHOSEN.filter((field) => record.fields[field] === undefined);
  if (!record.isOurs && open.length > 0) {
    return refuse(item, [
      `an editor has to choose its ${open.join(', ')}: for all of the feed or for this one, in the file of terms.`,
    ]);
  }
  const trust = { checks: [], ...(record.fields.trust as object | undefined) };
  const text = writeListing({ status: 'open', ...record.fields, trust });
  return { ...item, slug, outcome: 'new', file: { path: `organisations/${slug}.yaml`, text } };
}

// What a feed does not say in our values, and what nobody may guess.
const CHOSEN = ['kind', 'needs', 'audiences', 'languages'];

function findFreeSlug(name: string, slugs: ReadonlySet<string>): string | undefined {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[’'\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  if (!slug || !slugs.has(slug)) return slug || undefined;
  let number = 2;
  while (slugs.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

const LONGEST_SLUG = 80;

function toItem({ where, slug, fields, notes }: ListingRecord): ImportItem {
  const name = typeof fields.name === 'string' ? fields.name.trim() : '';
  return {
    where,
    name,
    slug,
    outcome: 'same',
    changes: [],
    kept: [],
    reasons: [],
    notes: [...notes],
  };
}

/** The same item, which changes nothing. */
function refuse(item: ImportItem, reasons: string[]): ImportItem {
  const { file: _, ...rest } = item;
  return { ...rest, outcome: 'refused', reasons, changes: [] };
}
