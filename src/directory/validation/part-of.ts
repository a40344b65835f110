import { findNearest } from '../nearest.ts';
import type { ListingDraft, ListingFinding, ValidationContext } from './listing-draft.ts';

/** A partOf that names no listing, or leads round in a circle. */
export function validatePartOf(
  draft: ListingDraft,
  { drafts }: ValidationContext,
): ListingFinding[] {
  const { slug, partOf } = draft;
  if (partOf === undefined) return [];
  const field = ['partOf'];
  if (!drafts.has(partOf)) {
    const nearest = findNearest(partOf, [...drafts.keys()]);
    const guess = nearest ? ` Did you mean '${nearest}'?` : '';
    const message = `found '${partOf}', but there is no content/organisations/${partOf}.yaml.${guess}`;
    return [{ field, message }];
  }
  const trail = [slug];
  for (let at = partOf; ; ) {
    trail.push(at);
    if (at === slug) break;
    const next = drafts.get(at)?.partOf;
    // Someone else's circle is reported in the files that make it.
    if (next === undefined || trail.includes(next, 1)) return [];
    at = next;
  }
  const message = `goes round in a circle: ${trail.join(' → ')}. One of them is not part of another.`;
  return [{ field, message }];
}
