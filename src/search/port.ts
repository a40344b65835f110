import type { Position } from '../directory/distance.ts';
import type { Label } from '../directory/lists.ts';
import type { Locale } from '../i18n/locale.ts';

/**
 * The door to search. Pages ask a Searcher in residents' words; the planner turns that into a Plan,
 * and an engine (engines/) answers plans. Engines never see the raw text, so both rank alike.
 */

export const facetNames = ['need', 'who', 'cost', 'language', 'area', 'way', 'day'] as const;
export type FacetName = (typeof facetNames)[number];
export type Filters = Partial<Record<FacetName, string[]>>;

export type EngineName = 'embedded' | 'meilisearch';

export interface SearchRequest {
  /** As typed; may be empty. */
  q: string;
  locale: Locale;
  /** OR within a facet, AND between facets. An unknown value gives no hits, never an error. */
  filters: Filters;
  /** Only what is known to be open at the moment of the search. */
  openNow?: boolean;
  /** As typed in "near a postcode"; may be empty. */
  near: string;
  sort: 'relevance' | 'distance' | 'name';
  /** From 1. Past the end: no hits, right totals. */
  page: number;
  perPage: number;
  /** Needs found in the words are not used: the visitor has undone "Showing: Loneliness". */
  literal: boolean;
  signal?: AbortSignal;
}

/** A piece of text; `hit`: the visitor's words matched here. Never HTML. */
export interface Segment {
  text: string;
  hit?: true;
}

export interface SearchHit {
  /** Slug of the listing. */
  id: string;
  /** Which rule found it. */
  why:
    | { by: 'name' }
    /** A situation that was understood names it among the first to ask. */
    | { by: 'situation'; situation: string }
    | { by: 'need'; need: string }
    | { by: 'text'; words: string[] }
    | { by: 'browse' };
  /** Slug of the situation that names it among its first. */
  situation?: string;
  distanceMetres?: number;
  name: Segment[];
  summary: Segment[];
}

/** What became of the postcode or place, whether typed in its own field or in the search words. */
export type Near =
  /** `area`: a neighbourhood of ours was named; `postcode` is then its name as typed. */
  | { state: 'found'; postcode: string; position: Position; area?: Label }
  /** Of a UK postcode's form, in a district that is not the borough's. */
  | { state: 'outside'; postcode: string }
  /** In one of the borough's districts, but our list does not have it: new, old, or across the border. */
  | { state: 'not-in-our-data'; postcode: string }
  | { state: 'not-a-postcode' };

export type CrisisKind = 'suicide' | 'danger' | 'emergency';

/** What urgent words may mean, and why. */
export interface Crisis {
  /** The most urgent. */
  kind: CrisisKind;
  kinds: CrisisKind[];
  /** Files of search-index/crisis/ whose frames were found: 'strangulation'. */
  subjects: string[];
  /** What decided: frames as they are written, and the classifier's likelihood where there is one. */
  because: { frames: string[]; likelihood: number | undefined };
}

export interface SearchResponse {
  hits: SearchHit[];
  total: number;
  page: number;
  perPage: number;
  /** Counts per value, as if that facet itself were not ticked. */
  facets: Record<FacetName, Record<string, number>>;
  understood: {
    /** Situations found in the words, at most two: their first listings lead the hits. */
    situations: string[];
    /** Situations that might be meant: offered as links. */
    suggestedSituations: string[];
    /** Needs found in the words and used. */
    needs: string[];
    /** Needs that might be meant: offered as links, not used. */
    suggestedNeeds: string[];
    /** Words in danger of meaning a crisis: show the urgent-help panel first. */
    crisis: CrisisKind | undefined;
    near: Near | undefined;
    /** A place named in the words that is not in the borough, as it is called: 'Hackney'. */
    outside: string | undefined;
    /** Days or times named in the words: few listings have theirs in a form that can be compared. */
    hasTime: boolean;
    /** The days named, and whether it was "open now". */
    when?: { days: string[]; isNow: boolean };
    /** Filters that the words set ("free"), beside those that were ticked. */
    filters: Filters;
  };
  /** Which engine answered. */
  engine: EngineName;
  /** Another engine answered, because the one that should could not. */
  degraded: boolean;
  tookMs: number;
}

export interface Searcher {
  search(request: SearchRequest): Promise<SearchResponse>;
  /** Danger that a text of any length may speak of. Finds nothing else in it, and keeps nothing. */
  findCrisis(text: string): CrisisKind | undefined;
  /** The same with its subjects and reasons. */
  explainCrisis(text: string): Crisis | undefined;
  /** Why the hits of a search stand in their order. For people who work on search. */
  explain(request: SearchRequest): Promise<Explanation>;
  health(): SearchHealth;
}

export interface Explanation {
  total: number;
  hits: {
    id: string;
    /** The rule that found it. */
    tier: string;
    /** Those that say anything of it; its score is the sum of value times weight. */
    features: readonly { name: string; value: number; weight: number }[];
  }[];
}

export interface SearchHealth {
  /** Which engine answers at present; `starting`: Meilisearch is to, and has not answered yet. */
  engine: EngineName | 'starting';
  docs: number;
  /** Hash of the definition and the content that the index was made from. */
  indexVersion: string;
  degraded: boolean;
  /** Why the engine that should answer does not. */
  reason?: string;
  /** Meilisearch's index was made of other content than this; `npm run index` makes it anew. */
  stale: boolean;
}
