/** Listings chosen for someone, in order, and the day the list was made. Lives in an address. */
export interface Shortlist {
  /** Slugs, each once, at most `shortlistLimit`. They may name listings that the directory no longer has. */
  slugs: string[];
  /** ISO date. What has changed since is told to whoever opens the list. '' where its address does not tell. */
  made: string;
}

/** Thirty of the longest slugs make an address of some 1,300 characters; browsers and texts bear 2,000. */
export const shortlistLimit = 30;

export function addListing({ slugs, made }: Shortlist, slug: string): Shortlist {
  return {
    slugs: [...slugs.filter((other) => other !== slug), slug].slice(0, shortlistLimit),
    made,
  };
}

export function removeListing({ slugs, made }: Shortlist, slug: string): Shortlist {
  return { slugs: slugs.filter((other) => other !== slug), made };
}

/** Moves a listing `by` places, -1 is up; one that is not listed, or stands at the end, stays. */
export function moveListing({ slugs, made }: Shortlist, slug: string, by: -1 | 1): Shortlist {
  const from = slugs.indexOf(slug);
  const other = slugs[from + by];
  if (from < 0 || other === undefined) return { slugs: [...slugs], made };
  const moved = [...slugs];
  moved[from] = other;
  moved[from + by] = slug;
  return { slugs: moved, made };
}
