import { distanceMetres, type Position } from '../../directory/distance.ts';
import type { SearchDocument } from '../documents.ts';
import type { Plan, PlannedWord, Tier } from '../plan.ts';
import { type FacetName, facetNames } from '../port.ts';
import type { WordMatch } from './word-matches.ts';

export interface Ranked {
  index: number;
  tier: Tier;
  score: number;
}

// Within a tier, in parts of one listing's best text score. The main need weighs more than words, words
// more than who and where: "yoga bethnal green" is yoga first, then nearby.
const WEIGHT = { bothNeeds: 2, mainNeed: 1, text: 1.2, name: 0.5, who: 0.5, area: 0.8, other: 0.2 };
// Beyond this distance one listing is as far as another.
const FAR_METRES = 4_000;

/** Gives each candidate its tier and its place in it; drops those that only the tail would take. */
export function rank(
  plan: Plan,
  documents: readonly SearchDocument[],
  matches: ReadonlyMap<number, WordMatch>,
  withNeed: Iterable<number>,
  tailBelow: number,
  rarest: (words: readonly PlannedWord[]) => number,
): Ranked[] {
  const required = maskOf(plan.words, 'content');
  const places = maskOf(plan.words, 'place');
  const mustHave = plan.needs.length > 0 ? required : rarest(plan.words);
  let best = 0;
  for (const match of matches.values()) best = Math.max(best, match.score);

  const ranked: Ranked[] = [];
  const tail: Ranked[] = [];
  const candidates = new Set([...matches.keys(), ...withNeed]);
  for (const index of candidates) {
    const document = documents[index];
    if (!document) continue;
    const match = matches.get(index);
    const needsHeld = plan.needs.filter((need) => document.facets.need.includes(need)).length;
    const tier = findTier();
    const score = scoreOf(plan, document, match, needsHeld, best);
    (tier === 'tail' ? tail : ranked).push({ index, tier, score });

    function findTier(): Tier {
      if (match && has(match.inName, required) && isThere(match, document, places)) return 'name';
      if (needsHeld > 0) return 'need';
      if (match && has(match.anywhere, mustHave)) return 'text';
      return 'tail';
    }
  }
  return ranked.length < tailBelow ? [...ranked, ...tail] : ranked;

  function isThere(match: WordMatch, document: SearchDocument | undefined, mask: number): boolean {
    if (has(match.anywhere, mask)) return true;
    return document?.facets.area.some((area) => plan.prefer.area?.includes(area)) ?? false;
  }
}

function scoreOf(
  plan: Plan,
  document: SearchDocument,
  match: WordMatch | undefined,
  needsHeld: number,
  best: number,
): number {
  let score = WEIGHT.bothNeeds * Math.max(needsHeld - 1, 0);
  const main = document.facets.need[0];
  if (main !== undefined && plan.needs.includes(main)) score += WEIGHT.mainNeed;
  if (match && best > 0) score += (WEIGHT.text * match.score) / best;
  for (const facet of facetNames) score += preference(plan, document, facet);
  if (plan.from && document.position) score += WEIGHT.area * nearness(plan.from, document.position);
  return score;
}

function preference(plan: Plan, document: SearchDocument, facet: FacetName): number {
  const wanted = plan.prefer[facet];
  if (!wanted || wanted.length === 0) return 0;
  const held = wanted.filter((value) => document.facets[facet].includes(value)).length;
  const weight = facet === 'who' ? WEIGHT.who : facet === 'area' ? WEIGHT.area : WEIGHT.other;
  // One area is enough, but somali women are both.
  return weight * (facet === 'area' ? Math.min(held, 1) : held);
}

function nearness(from: Position, position: Position): number {
  return Math.max(0, 1 - distanceMetres(from, position) / FAR_METRES);
}

function maskOf(words: readonly PlannedWord[], role: PlannedWord['role']): number {
  let mask = 0;
  for (const [i, word] of words.entries()) if (word.role === role) mask |= 1 << i;
  return mask;
}

// With nothing asked for, nothing is found.
function has(held: number, asked: number): boolean {
  return (held & asked) === asked;
}
