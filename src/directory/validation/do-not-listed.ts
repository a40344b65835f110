import { findDoNotList } from '../do-not-list.ts';
import type { ListingDraft, ListingFinding, ValidationContext } from './listing-draft.ts';

/** A listing of an organisation that asked not to be listed. */
export function validateDoNotListed(
  draft: ListingDraft,
  { doNotList }: ValidationContext,
): ListingFinding[] {
  const entry = findDoNotList(doNotList, draft);
  if (!entry) return [];
  return [
    {
      field: ['name'],
      message: `'${entry.name}' asked on ${entry.asked} not to be listed (content/do-not-list.yaml). Delete this file. If they want to be listed again, take them out of that file.`,
    },
  ];
}
