import type { Listing } from '../listing.ts';
import { slugOf, validateFileNames } from '../validation/file-names.ts';
import {
  type ListingDraft,
  parseDraft,
  type ValidationContext,
} from '../validation/listing-draft.ts';
import { validateListings } from '../validation/validate-listings.ts';
import type { ContentFile } from './content-files.ts';
import type { ContentReader, ReadFile } from './content-reader.ts';

/** The listings whose fields can all be read. What is wrong with them, or with others, goes to `reader`. */
export function parseListings(
  files: readonly ContentFile[],
  reader: ContentReader,
  context: Omit<ValidationContext, 'drafts'>,
): Listing[] {
  reader.problems.push(...validateFileNames(files));
  const listings: Listing[] = [];
  const drafts = new Map<string, ListingDraft>();
  const readings = new Map<string, ReadFile>();
  for (const file of files) {
    const slug = slugOf(file.path);
    // A listing that cannot be read still exists: others may be part of it.
    drafts.set(slug, { slug });
    const reading = reader.readFile(file);
    if (!reading) continue;
    const { draft, listing, findings } = parseDraft(slug, reading);
    drafts.set(slug, draft);
    readings.set(slug, reading);
    if (listing) listings.push(listing);
    for (const finding of findings) reading.report(finding);
  }
  for (const [slug, findings] of validateListings({ ...context, drafts })) {
    for (const finding of findings) readings.get(slug)?.report(finding);
  }
  return listings;
}
