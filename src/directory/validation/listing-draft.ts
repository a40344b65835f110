import type { DoNotList } from '../do-not-list.ts';
import { type Listing, listingSchema } from '../listing.ts';
import type { Places } from '../places.ts';
import type { ReadFile } from '../reading/content-reader.ts';
import { describeIssues, type Finding } from '../reading/schema-issues.ts';

/** A listing as far as its fields can be read: a field with a fault of its own is left out. */
export type ListingDraft = Partial<Listing> & {
  slug: string;
  /** Fields that it has and that cannot be read. */
  unread?: readonly string[];
};

/** What a listing is checked against. A list that could not be read is undefined, and not checked. */
export interface ValidationContext {
  /** ISO date. */
  today: string;
  allowed: Record<ListName, readonly string[] | undefined>;
  places: Places | undefined;
  /** By area: how its postcodes begin. */
  postcodesOf: ReadonlyMap<string, readonly string[]>;
  /** Slugs that were in the directory when the histories were last noted. */
  noted: ReadonlySet<string>;
  /** Who asked not to be listed. */
  doNotList: DoNotList;
  drafts: ReadonlyMap<string, ListingDraft>;
}

/** The fields of a listing whose values come from content/lists/. */
export type ListName =
  | 'needs'
  | 'offers'
  | 'audiences'
  | 'access'
  | 'cost'
  | 'area'
  | 'languages'
  | 'kind';

/**
 * `notice`: worth an editor's look, but publishable. `group`: of so many listings that they are told of together: 'tell people
 * to ring, and give no number'.
 */
export type ListingFinding = Finding & { notice?: true; group?: string };

/** `listing`: undefined if any field has a fault. Field by field, so that one fault does not hide the next. */
export function parseDraft(
  slug: string,
  { value, writtenAt }: Pick<ReadFile, 'value' | 'writtenAt'>,
): Drafting {
  const whole = listingSchema.safeParse(value);
  if (whole.success) {
    const listing = { ...whole.data, slug };
    return { draft: listing, listing, findings: [] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'this file has no fields. Compare it with another listing.';
    return { draft: { slug }, listing: undefined, findings: [{ field: [], message }] };
  }
  const readable = Object.entries(listingSchema.shape).flatMap(([field, schema]) => {
    const parsed = schema.safeParse(Reflect.get(value, field));
    return parsed.success ? [[field, parsed.data]] : [];
  });
  return {
    draft: {
      ...Object.fromEntries(readable),
      slug,
      unread: Object.keys(value).filter((field) => !readable.some(([name]) => name === field)),
    },
    listing: undefined,
    findings: describeIssues(whole.error.issues, listingSchema, value, writtenAt),
  };
}

interface Drafting {
  draft: ListingDraft;
  listing: Listing | undefined;
  findings: Finding[];
}
