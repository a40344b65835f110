import type { Position } from '../../directory/distance.ts';
import type { Session } from '../../directory/listing.ts';
import type { Moment } from '../../directory/timetable/session-times.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { EngineName, FacetName, Filters, SearchHealth } from '../port.ts';

/** A word to look for. */
export interface PlannedWord {
  /** As typed, after normalising. */
  typed: string;
  /** Says little by itself: "club", "help". */
  isWeak: boolean;
  /** One of the commonest words of English, which seldom says exactly what is meant: "life". */
  isCommon: boolean;
  /** Words of the index that may be meant, and how surely (1: as typed). None: nothing is like it. */
  terms: ReadonlyMap<string, number>;
  /** The word may be two in the index: 'foodbank' for "food bank". Both must then be there. */
  halves: readonly [string, string] | undefined;
  /**
   * content: what it is about. preference: who it is for, what it costs. area: where. borough: the whole
   * borough, "near me". Only content words must all be found; when there are none, the next role that
   * is there counts as content.
   */
  role: 'content' | 'preference' | 'area' | 'borough';
}

/** A listing that a link worker would name first for what was understood. */
export interface PinnedListing {
  listing: string;
  /** The situation that names it; undefined: a need does. */
  situation: string | undefined;
}

/** Who asks or is asked for, as far as the words tell. */
export interface PlannedPeople {
  sex: 'women' | 'men' | undefined;
  age: 'children' | 'young-people' | 'adults' | 'older-people' | undefined;
}

/** When it should be on, as far as the words tell. */
export interface PlannedTime {
  days: Session['days'];
  part: 'morning' | 'evening' | 'now' | undefined;
}

/** What an engine is asked. It never sees the text that was typed. */
export interface Plan {
  /** None: everything is listed. */
  words: PlannedWord[];
  /** Needs whose listings come after those found by name, at most two. */
  needs: string[];
  /** Both needs were named: listings with both come first. */
  needsTogether: boolean;
  /** The words name the needs; if not, a name that holds the words is likelier meant. */
  needsAreCertain: boolean;
  /** Named before all others but those asked for by name, in this order. Each listing once. */
  pinned: PinnedListing[];
  /** Listings that suit the situations understood as well, after the first; then no others for the need. */
  suitable: string[];
  /** By listing, 0 to 1: how likely it is one to name first, as far as a guess goes. Orders, claims nothing. */
  likelyPinned: ReadonlyMap<string, number>;
  /** Kinds of help the words ask for, from content/lists/offers.yaml: "advice", "food". */
  offersAsked: string[];
  /** Kinds of help that answer the needs; none: any does. */
  offersForNeeds: string[];
  /** Listings whose whole name stands among other words. */
  namedListings: string[];
  /** Someone is in danger or it cannot wait: nothing comes before the first listings but a name. */
  isUrgent: boolean;
  /** Listings for others than these sink to the end. */
  people: PlannedPeople;
  /** Listings known to be on then come first among equals; undefined: not said. */
  when: PlannedTime | undefined;
  /** Words for what is not wanted: listings whose names or summaries hold them sink. */
  unwanted: PlannedWord[];
  unwantedNeeds: string[];
  /** Listings where the page's language is spoken come first among equals. */
  locale: Locale;
  /** Listings with these values come first among equals. */
  prefer: Filters;
  /** The words say for whom and nothing else: listings for all of those people are found too. */
  findsPreferred: boolean;
  filters: Filters;
  /** Only listings that are known to be open then; undefined: all. By London's clocks. */
  openAt: Moment | undefined;
  /** Where distances are measured from; also prefers what is near. */
  from: Position | undefined;
  /** distance only with `from`. Either takes the place of the ranking. */
  sort: 'relevance' | 'distance' | 'name';
  offset: number;
  limit: number;
}

/** Rules by which a listing is found; of several, the first. */
export type Tier = 'name' | 'pinned' | 'need' | 'text' | 'tail' | 'browse';

export interface FoundListing {
  id: string;
  tier: Tier;
  /** For each word of the plan that it holds, the word of the index that stands for it. */
  words: readonly string[];
  /** What speaks for or against it: of each feature that says anything, 0 to 1 and what 1 is worth. */
  features: readonly FoundFeature[];
}

export interface FoundFeature {
  name: string;
  value: number;
  weight: number;
}

export interface Answer {
  found: FoundListing[];
  total: number;
  facets: Record<FacetName, Record<string, number>>;
  /** The engine that answered in the place of the one asked. */
  standIn?: EngineName;
}

export interface SearchEngine {
  readonly name: EngineName;
  answer(plan: Plan, signal?: AbortSignal): Promise<Answer>;
  health(): Pick<SearchHealth, 'engine' | 'degraded' | 'reason' | 'stale'>;
}
