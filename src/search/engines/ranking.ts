import { distanceMetres } from '../../directory/distance.ts';
import type { SearchDocument } from '../documents.ts';
import type { Plan, PlannedWord, Tier } from '../plan.ts';
import { facetNames } from '../port.ts';
import type { Columns } from './columns.ts';
import type { createNameFit } from './name-fit.ts';
import type { WordMatch } from './word-matches.ts';

export interface Ranked {
  /** The document. */
  index: number;
  tier: Tier;
  score: number;
  /** Which of the plan's needs it holds, its main one first: 0 or 1; -1: none. */
  need: number;
}

export interface RankingParts {
  documents: readonly SearchDocument[];
  columns: Columns;
  tailBelow: number;
  nameFit: ReturnType<typeof createNameFit>;
  /** Bit of the content word that the fewest listings hold. */
  rarest(words: readonly PlannedWord[]): number;
}

// What one thing is worth beside another, within a tier. Where someone asked for comes before all; the
// main need and the words weigh alike: "yoga" is yoga groups, and then places to be active.
export const WEIGHT = {
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
export const MOSTLY_NAMED = 0.6;
// Nearer than this is all the same; at far, one listing is as far as another.
const NEAR_METRES = 1_000;
export const NEARBY_METRES = 2_000;
const FAR_METRES = 4_000;

/** Gives each listing that the words or the needs find its tier and its worth in it. */
export function rank(
  plan: Plan,
  matches: ReadonlyMap<number, WordMatch>,
  { documents, columns, tailBelow, nameFit, rarest }: RankingParts,
): Ranked[] {
  const content = maskOf(plan.words, ['content']);
  const named = maskOf(plan.words, ['content', 'aside']);
  const places = maskOf(plan.words, ['place']);
  // The borough's words are not looked for, but in a name they count.
  const borough = plan.words.flatMap(({ role, typed }) => (role === 'borough' ? [typed] : []));
  const mustHave = plan.needs.length > 0 ? content : rarest(plan.words);
  const { worth, needBit, isArea, isPerson } = toWorths(plan, columns);
  // -1, which no listing reaches, where people are only a preference.
  const people = plan.findsPreferred ? (plan.prefer.who?.length ?? -1) : -1;
  const asksForArea = (plan.prefer.area?.length ?? 0) > 0;
  let best = 0;
  for (const match of matches.values()) best = Math.max(best, match.score);

  const ranked: Ranked[] = [];
  const tail: Ranked[] = [];
  for (const index of candidates(plan, matches, columns)) {
    const held = columns.held[index] ?? NOTHING;
    const match = matches.get(index);
    let score = match && best > 0 ? (WEIGHT.text * match.score) / best : 0;
    let needsHeld = 0;
    let need = -1;
    let isInArea = false;
    let peopleHeld = 0;
    for (const id of held) {
      score += worth[id] ?? 0;
      const bit = needBit[id] ?? 0;
      if (bit !== 0 && need < 0) need = bit - 1;
      needsHeld |= bit;
      if (isArea[id]) isInArea = true;
      if (isPerson[id]) peopleHeld += 1;
    }
    if (need >= 0 && needBit[held[0] ?? -1])
      score += need === 0 ? WEIGHT.mainNeed : WEIGHT.secondMainNeed;
    if (plan.needsTogether && needsHeld === 3) score += WEIGHT.bothNeeds;
    const position = documents[index]?.position;
    const metres = plan.from && position ? distanceMetres(plan.from, position) : undefined;
    if (metres !== undefined) score += WEIGHT.place * nearness(metres);

    const isNamed =
      match && named !== 0 && has(match.inName, named) && (isInArea || has(match.anywhere, places));
    const name = isNamed ? nameFit(index, match.terms, borough) : undefined;
    const isPlaced =
      (isInArea || !asksForArea) && (!plan.from || (metres ?? FAR_METRES) < NEARBY_METRES);
    const isMeant =
      plan.needs.length === 0 ||
      (name?.coverage ?? 0) >= MOSTLY_NAMED ||
      (isPlaced && (needsHeld !== 0 || !plan.needsAreSure));
    if (name && isMeant) {
      ranked.push({ index, tier: 'name', score: score + WEIGHT.name * name.fit, need });
    } else if (needsHeld !== 0) ranked.push({ index, tier: 'need', score, need });
    else if (peopleHeld === people || (match && has(match.anywhere, mustHave)))
      ranked.push({ index, tier: 'text', score, need });
    else if (match && (match.anywhere & content) !== 0)
      tail.push({ index, tier: 'tail', score, need });
  }
  return ranked.length < tailBelow ? [...ranked, ...tail] : ranked;
}

const NOTHING = new Uint16Array();

function* candidates(
  plan: Plan,
  matches: ReadonlyMap<number, WordMatch>,
  columns: Columns,
): Generator<number> {
  yield* matches.keys();
  const seen = new Uint8Array(columns.held.length);
  const ids = plan.needs.map((need) => columns.idOf('need', need));
  if (plan.findsPreferred) ids.push(columns.idOf('who', plan.prefer.who?.[0] ?? ''));
  for (const id of ids) {
    for (const index of columns.documentsWith[id ?? -1] ?? []) {
      if (seen[index] || matches.has(index)) continue;
      seen[index] = 1;
      yield index;
    }
  }
}

/** By facet value: what holding it is worth, which planned need it is (1 or 2), whether it is the area asked for. */
function toWorths(plan: Plan, columns: Columns) {
  const worth = new Float64Array(columns.values.length);
  const needBit = new Uint8Array(columns.values.length);
  const isArea = new Uint8Array(columns.values.length);
  const isPerson = new Uint8Array(columns.values.length);
  for (const [i, need] of plan.needs.entries()) {
    const id = columns.idOf('need', need);
    if (id !== undefined) needBit[id] = i + 1;
  }
  for (const facet of facetNames) {
    for (const value of plan.prefer[facet] ?? []) {
      const id = columns.idOf(facet, value);
      if (id === undefined) continue;
      if (facet === 'area') isArea[id] = 1;
      if (facet === 'who') isPerson[id] = 1;
      worth[id] =
        facet === 'area'
          ? WEIGHT.place
          : facet === 'who'
            ? WEIGHT.who * rarity(columns, id)
            : WEIGHT.other;
    }
  }
  return { worth, needBit, isArea, isPerson };
}

// What few listings have counts more: of "somali women", that they are Somali.
function rarity({ held, counts }: Columns, id: number): number {
  return Math.log(1 + held.length / (counts[id] ?? 1)) / 2;
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
