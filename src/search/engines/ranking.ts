import { distanceMetres } from '../../directory/distance.ts';
import type { SearchDocument } from '../documents.ts';
import type { Plan, PlannedWord, Tier } from '../plan.ts';
import { type FacetName, facetNames } from '../port.ts';
import type { WordMatch } from './word-matches.ts';

export interface Ranked {
  index: number;
  tier: Tier;
  score: number;
}

export interface RankingParts {
  documents: readonly SearchDocument[];
  tailBelow: number;
  /** How much of the listing's name the terms make up, 0 to 1. */
  nameCoverage(index: number, terms: readonly string[]): number;
  /** More for people few listings are for. */
  whoRarity(who: string): number;
  /** Bit of the content word that the fewest listings hold. */
  rarest(words: readonly PlannedWord[]): number;
}

// What one thing is worth beside another, within a tier. Where someone asked for comes before all; the
// main need and the words weigh alike: "yoga" is yoga groups, and then places to be active.
const WEIGHT = {
  bothNeeds: 2,
  mainNeed: 1,
  secondMainNeed: 0.8,
  text: 1.2,
  name: 3,
  who: 0.7,
  place: 2.5,
  other: 0.3,
};
// A name is meant rather than a need if the words are most of it: "step forward", not "forward".
const MOSTLY_NAMED = 0.6;
// Nearer than this is all the same; at far, one listing is as far as another.
const NEAR_METRES = 1_000;
const NEARBY_METRES = 2_000;
const FAR_METRES = 4_000;

/** Gives each candidate its tier and its worth in it. `withNeed`: listings that hold a planned need. */
export function rank(
  plan: Plan,
  matches: ReadonlyMap<number, WordMatch>,
  withNeed: Iterable<number>,
  { documents, tailBelow, nameCoverage, rarest, whoRarity }: RankingParts,
): Ranked[] {
  const content = maskOf(plan.words, ['content']);
  const named = maskOf(plan.words, ['content', 'aside']);
  const places = maskOf(plan.words, ['place']);
  const mustHave = plan.needs.length > 0 ? content : rarest(plan.words);
  let best = 0;
  for (const match of matches.values()) best = Math.max(best, match.score);

  const ranked: Ranked[] = [];
  const tail: Ranked[] = [];
  for (const index of new Set([...matches.keys(), ...withNeed])) {
    const document = documents[index];
    if (!document) continue;
    const match = matches.get(index);
    const needsHeld = plan.needs.filter((need) => document.facets.need.includes(need)).length;
    const isNamed =
      match &&
      named !== 0 &&
      has(match.inName, named) &&
      (has(match.anywhere, places) || isInArea(document, plan));
    const coverage = isNamed ? nameCoverage(index, match.terms) : 0;
    const worth =
      worthOf(plan, document, needsHeld, whoRarity) + (match ? textWorth(match, best) : 0);
    const isMeant =
      plan.needs.length === 0 ||
      coverage >= MOSTLY_NAMED ||
      (isPlaced(document, plan) && (needsHeld > 0 || !plan.needsAreSure));
    if (isNamed && isMeant) {
      ranked.push({ index, tier: 'name', score: worth + WEIGHT.name * coverage });
    } else if (needsHeld > 0) ranked.push({ index, tier: 'need', score: worth });
    else if (match && has(match.anywhere, mustHave))
      ranked.push({ index, tier: 'text', score: worth });
    else if (match && (match.anywhere & content) !== 0)
      tail.push({ index, tier: 'tail', score: worth });
  }
  return ranked.length < tailBelow ? [...ranked, ...tail] : ranked;
}

function textWorth(match: WordMatch, best: number): number {
  return best > 0 ? (WEIGHT.text * match.score) / best : 0;
}

function worthOf(
  plan: Plan,
  document: SearchDocument,
  needsHeld: number,
  whoRarity: (who: string) => number,
): number {
  let worth = plan.needsTogether && needsHeld > 1 ? WEIGHT.bothNeeds : 0;
  const main = plan.needs.indexOf(document.facets.need[0] ?? '');
  if (main >= 0) worth += main === 0 ? WEIGHT.mainNeed : WEIGHT.secondMainNeed;
  for (const facet of facetNames) worth += preference(plan, document, facet, whoRarity);
  if (plan.from && document.position) {
    worth += WEIGHT.place * nearness(distanceMetres(plan.from, document.position));
  }
  return worth;
}

function preference(
  plan: Plan,
  document: SearchDocument,
  facet: FacetName,
  rarity: (who: string) => number,
): number {
  if (facet === 'area') return isInArea(document, plan) ? WEIGHT.place : 0;
  const wanted = plan.prefer[facet] ?? [];
  let worth = 0;
  for (const value of wanted) {
    // All of them count: "somali women" are both. What few listings have counts more.
    if (!document.facets[facet].includes(value)) continue;
    worth += facet === 'who' ? WEIGHT.who * rarity(value) : WEIGHT.other;
  }
  return worth;
}

function isInArea(document: SearchDocument, plan: Plan): boolean {
  return document.facets.area.some((area) => plan.prefer.area?.includes(area));
}

// Where no place was asked for, every listing is in it.
function isPlaced(document: SearchDocument, plan: Plan): boolean {
  if (plan.prefer.area && !isInArea(document, plan)) return false;
  if (!plan.from) return true;
  return (
    document.position !== undefined && distanceMetres(plan.from, document.position) < NEARBY_METRES
  );
}

function nearness(metres: number): number {
  const share = (FAR_METRES - metres) / (FAR_METRES - NEAR_METRES);
  return Math.min(Math.max(share, 0), 1);
}

function maskOf(words: readonly PlannedWord[], roles: readonly PlannedWord['role'][]): number {
  let mask = 0;
  for (const [i, word] of words.entries()) if (roles.includes(word.role)) mask |= 1 << i;
  return mask;
}

function has(held: number, asked: number): boolean {
  return (held & asked) === asked;
}
