import { distanceMetres } from '../directory/distance.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Locale } from '../i18n/locale.ts';
import { highlight } from './highlight.ts';
import type { Tokeniser } from './normalise.ts';
import type { FoundListing, Plan, PlannedWord } from './plan.ts';
import type { SearchHit } from './port.ts';

const MOST_WORDS_NAMED = 5;

/** A found listing as pages get it: why it is there, how far, and its texts with the matches marked. */
export function toHit(
  found: FoundListing,
  listing: PublicListing,
  plan: Plan,
  { locale, tokeniser }: { locale: Locale; tokeniser: Tokeniser },
): SearchHit {
  const terms = new Set(found.terms);
  const isMatch = (word: string) => terms.has(word);
  const translated = locale === 'en' ? undefined : listing.translations[locale]?.summary;
  const hit: SearchHit = {
    id: found.id,
    why: toWhy(found, plan, listing),
    name: highlight(listing.name, isMatch, tokeniser),
    summary: highlight(translated ?? listing.summary, isMatch, tokeniser),
  };
  if (plan.from && listing.position) {
    hit.distanceMetres = distanceMetres(plan.from, listing.position);
  }
  return hit;
}

function toWhy(found: FoundListing, plan: Plan, listing: PublicListing): SearchHit['why'] {
  switch (found.tier) {
    case 'name':
      return { by: 'name' };
    case 'need': {
      // In the listing's own order: its main need if that was asked for.
      const need = listing.needs.find((each) => plan.needs.includes(each));
      return need ? { by: 'need', need } : { by: 'browse' };
    }
    case 'text':
    case 'tail': {
      const words = nameWords(plan.words, new Set(found.terms));
      // For the people asked about, in other words than were typed.
      return words.length > 0 ? { by: 'text', words } : { by: 'browse' };
    }
    case 'browse':
      return { by: 'browse' };
  }
}

/** For each word asked for, the one in the listing that stands for it: as typed, or the likest. */
function nameWords(words: readonly PlannedWord[], found: ReadonlySet<string>): string[] {
  const named = words.flatMap(({ terms, halves }) => {
    const held = [...terms].filter(([term]) => found.has(term)).sort((a, b) => b[1] - a[1]);
    if (held[0]) return [held[0][0]];
    return halves?.every((half) => found.has(half)) ? [halves.join(' ')] : [];
  });
  // Composed again, as Bengali fonts and readers' own text have it.
  return [...new Set(named)].slice(0, MOST_WORDS_NAMED).map((word) => word.normalize('NFC'));
}
