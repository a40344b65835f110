import type { DueListing } from '../../src/directory/checking/due.ts';
import { actedOn } from '../../src/directory/freshness.ts';
import type { Check } from '../../src/directory/listing.ts';
import type { PublicListing } from '../../src/directory/public-listing.ts';
import type { Assumptions } from './assumptions.ts';

/** What became of one listing that was tried. */
export interface Attempt {
  minutes: number;
  /** How it was reached; undefined: it was not. */
  method?: Check['method'] | undefined;
  /** Others that were checked in the same call. */
  alsoChecked: string[];
  isGone: boolean;
}

/** An editor who tries one listing after another. `chance(20)` is true in 20 of a hundred. */
export function createEditor(given: Assumptions, chance: (percent: number) => boolean) {
  const callsInVain = new Map<string, number>();

  function call({ listing, sameCall }: DueListing): Attempt {
    const before = callsInVain.get(listing.slug) ?? 0;
    if (before >= given.callsBeforeWebsite && listing.website) {
      callsInVain.delete(listing.slug);
      return look();
    }
    if (chance(given.noAnswerPercent)) {
      callsInVain.set(listing.slug, before + 1);
      return inVain(given.noAnswerMinutes);
    }
    callsInVain.delete(listing.slug);
    const minutes = given.answeredMinutes + sameCall.length * given.sameCallMinutes;
    return { minutes, method: 'phone', alsoChecked: sameCall, isGone: chance(given.gonePercent) };
  }

  function look(): Attempt {
    if (chance(given.websiteSilentPercent)) return inVain(given.websiteMinutes);
    const isGone = chance(given.gonePercent);
    return { minutes: given.websiteMinutes, method: 'website', alsoChecked: [], isGone };
  }

  function search(): Attempt {
    if (chance(given.searchInVainPercent)) return inVain(given.searchMinutes);
    const isGone = chance(given.gonePercent);
    return { minutes: given.searchMinutes, method: 'visit', alsoChecked: [], isGone };
  }

  return {
    attempt(due: DueListing): Attempt {
      if (due.listing.phone) return call(due);
      return due.listing.website || due.listing.email ? look() : search();
    },
  };
}

function inVain(minutes: number): Attempt {
  return { minutes, alsoChecked: [], isGone: false };
}

/** A listing after somebody confirmed on a day all that people act on. */
export function withCheck(
  listing: PublicListing,
  date: string,
  method: Check['method'],
): PublicListing {
  return { ...listing, checks: [...listing.checks, { date, method, facts: [...actedOn] }] };
}
