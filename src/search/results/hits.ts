import { distanceMetres } from '../../directory/distance.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FoundListing, Plan } from '../plan/plan.ts';
import type { SearchHit } from '../port.ts';
import { highlight } from '../words/highlight.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

const MOST_WORDS_NAMED = 5;

/**
 * A found listing as pages get it: why it is there, how far, and its texts with the matches marked. `terms`:
 * words of the index that the plan looks for.
 */
export function toHit(
  found: FoundListing,
  listing: PublicListing,
  plan: Plan,
  {
    locale,
    terms,
    tokeniser,
  }: { locale: Locale; terms: ReadonlySet<string>; tokeniser: Tokeniser },
): SearchHit {
  const isMatch = (word: string) => terms.has(word);
  const translated = locale === 'en' ? undefined : listing.translations[locale]?.summary;
  const hit: SearchHit = {
    id: found.id,
    why: toWhy(found, plan, listing),
    name: highlight(listing.name, isMatch, tokeniser),
    summary: highlight(translated ?? listing.summary, isMatch, tokeniser),
  };
  const situation = findSituation(found, plan);
  if (situation !== undefined) hit.situation = situation;
  if (plan.from && listing.position) {
    hit.distanceMetres = distanceMetres(plan.from, listing.position);
  }
  return hit;
}

function toWhy(found: FoundListing, plan: Plan, listing: PublicListing): SearchHit['why'] {
  switch (found.tier) {
    case 'name':
      return { by: 'name' };
    case 'pinned': {
      const situation = findSituation(found, plan);
      return situation === undefined ? toNeed(plan, listing) : { by: 'situation', situation };
    }
    case 'need':
      return toNeed(plan, listing);
    case 'text':
    case 'tail': {
      // Composed again, as Bengali fonts and readers' own text have it.
      const words = found.words.map((word) => word.normalize('NFC'));
      // For the people asked about, in other words than were typed.
      if (words.length === 0) return { by: 'browse' };
      return { by: 'text', words: [...new Set(words)].slice(0, MOST_WORDS_NAMED) };
    }
    case 'browse':
      return { by: 'browse' };
  }
}

/** In the listing's own order: its main need if that was asked for. */
function toNeed({ needs }: Plan, listing: PublicListing): SearchHit['why'] {
  const need = listing.needs.find((each) => needs.includes(each)) ?? needs[0];
  return need ? { by: 'need', need } : { by: 'browse' };
}

function findSituation({ id, tier }: FoundListing, { pinned }: Plan): string | undefined {
  if (tier !== 'pinned' && tier !== 'name') return undefined;
  return pinned.find(({ listing }) => listing === id)?.situation;
}
