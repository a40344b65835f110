import { distanceMetres } from '../../../directory/distance.ts';
import { type SearchDocument, textsOf } from '../../documents.ts';
import type { Tokeniser } from '../../normalise.ts';
import type { FoundListing, Plan, PlannedWord, Tier } from '../../plan.ts';
import type { WordList } from '../../word-list.ts';
import { createNameFit } from '../name-fit.ts';
import { MOSTLY_NAMED, NEARBY_METRES, WEIGHT } from '../ranking.ts';
import { rarestWord } from '../rarest-word.ts';
import type { Rarity } from './rungs.ts';

/** Reads from our own documents what Meilisearch does not say of the listings it found. */
export interface FoundListings {
  /** Is it in our documents? An index of yesterday may hold what has closed since. */
  has(id: string): boolean;
  /** The rule by which the plan finds it. */
  tier(id: string, plan: Plan): Tier;
  /** Of listings whose names hold the words: those that are meant by name, the best fit first. */
  namedBest(ids: readonly string[], plan: Plan): string[];
  toFound(id: string, tier: Tier, plan: Plan): FoundListing;
  rarity: Rarity;
}

export function createFoundListings(
  documents: readonly SearchDocument[],
  tokeniser: Tokeniser,
  list: WordList,
): FoundListings {
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const fitName = createNameFit(documents, tokeniser, list);
  const find = (id: string) => documents[places.get(id) ?? -1];
  const wordsOf = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => tokeniser.words(text)));

  const forWhom = new Map<string, number>();
  for (const who of documents.flatMap(({ facets }) => facets.who)) {
    forWhom.set(who, (forWhom.get(who) ?? 0) + 1);
  }
  // As in ranking.ts.
  const rarity: Rarity = (who) => Math.log(1 + documents.length / (forWhom.get(who) ?? 1)) / 2;

  /** undefined: its name holds the words, but it is the need that is meant. */
  function fitOf(id: string, plan: Plan): number | undefined {
    const document = find(id);
    if (!document) return undefined;
    const borough = plan.words.flatMap(({ role, typed }) => (role === 'borough' ? [typed] : []));
    const { coverage, fit } = fitName(places.get(id) ?? -1, plannedTerms(plan), borough);
    const isInArea = plan.prefer.area?.some((area) => document.facets.area.includes(area)) ?? false;
    const isNear = isNearby(document, plan);
    const isPlaced = (isInArea || !plan.prefer.area?.length) && (isNear || !plan.from);
    const isMeant =
      plan.needs.length === 0 ||
      coverage >= MOSTLY_NAMED ||
      (isPlaced && (holdsNeed(document, plan) || !plan.needsAreSure));
    const place = (isInArea ? WEIGHT.place : 0) + (isNear ? WEIGHT.place : 0);
    const isMain = plan.needs.includes(document.facets.need[0] ?? '');
    const people = (plan.prefer.who ?? []).filter((who) => document.facets.who.includes(who));
    const worth = people.reduce((sum, who) => sum + WEIGHT.who * rarity(who), 0);
    return isMeant ? WEIGHT.name * fit + place + worth + (isMain ? WEIGHT.mainNeed : 0) : undefined;
  }

  return {
    rarity,
    has: (id) => places.has(id),
    namedBest: (ids, plan) =>
      ids
        .map((id) => ({ id, fit: fitOf(id, plan) }))
        .filter(({ fit }) => fit !== undefined)
        .sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0))
        .map(({ id }) => id),
    tier(id, plan) {
      const document = find(id);
      if (!document || (plan.words.length === 0 && plan.needs.length === 0)) return 'browse';
      const words = wordsOf(textsOf(document));
      if (isNamed(wordsOf([document.name, ...document.otherNames]), words, document, plan)) {
        if (fitOf(id, plan) !== undefined) return 'name';
      }
      if (holdsNeed(document, plan)) return 'need';
      const people = plan.findsPreferred ? plan.prefer.who : undefined;
      if (people?.every((who) => document.facets.who.includes(who))) return 'text';
      const content = plan.words.filter(({ role }) => role === 'content');
      const rarest = rarestWord(plan.words, list);
      const mustHave = plan.needs.length > 0 ? content : rarest ? [rarest] : [];
      return mustHave.length > 0 && mustHave.every((word) => isHeld(word, words)) ? 'text' : 'tail';
    },
    toFound(id, tier, plan) {
      const document = find(id);
      const words = document ? wordsOf(textsOf(document)) : new Set<string>();
      return { id, tier, terms: plannedTerms(plan).filter((term) => words.has(term)) };
    },
  };
}

// The borough's words are in nearly every listing, and are not looked for.
function plannedTerms(plan: Plan): string[] {
  const looked = plan.words.filter(({ role }) => role !== 'borough');
  return [...new Set(looked.flatMap(({ terms, halves }) => [...terms.keys(), ...(halves ?? [])]))];
}

function isNamed(
  nameWords: ReadonlySet<string>,
  words: ReadonlySet<string>,
  document: SearchDocument,
  plan: Plan,
): boolean {
  const named = plan.words.filter(({ role }) => role === 'content' || role === 'aside');
  const placed = plan.words.filter(({ role }) => role === 'place');
  const isInArea = plan.prefer.area?.some((area) => document.facets.area.includes(area)) ?? false;
  return (
    named.length > 0 &&
    named.every((word) => isHeld(word, nameWords)) &&
    (isInArea || placed.every((word) => isHeld(word, words)))
  );
}

function isHeld({ terms, halves }: PlannedWord, words: ReadonlySet<string>): boolean {
  for (const term of terms.keys()) if (words.has(term)) return true;
  return halves?.every((half) => words.has(half)) ?? false;
}

function holdsNeed(document: SearchDocument, plan: Plan): boolean {
  return plan.needs.some((need) => document.facets.need.includes(need));
}

function isNearby({ position }: SearchDocument, { from }: Plan): boolean {
  return (
    from !== undefined && position !== undefined && distanceMetres(from, position) < NEARBY_METRES
  );
}
