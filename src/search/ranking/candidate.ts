import { distanceMetres } from '../../directory/distance.ts';
import type { SearchDocument } from '../definition/documents.ts';
import type { Tier } from '../plan/plan.ts';
import type { NameFit } from './name-fit.ts';
import type { Asked } from './ranking-context.ts';
import { IN_HEAD, IN_NAME, IN_TEXT } from './word-matches.ts';

/** A listing that some rule of the plan finds. */
export interface Candidate {
  /** Its place among the documents. */
  index: number;
  document: SearchDocument;
  /** The first rule that finds it. */
  tier: Tier;
  /** How well the words fit its name; 0: its name does not hold them. */
  nameFit: number;
  /** It is for just what, or just whom, was asked. */
  isSpecific: boolean;
  /** From where the plan measures; undefined: it does not, or the listing has no place. */
  metres: number | undefined;
}

// A name is meant rather than a need if the words are most of it: "step forward", not "forward".
const MOSTLY_NAMED = 0.6;
const NEARBY_METRES = 2_000;
export const AT_THE_DOOR_METRES = 1_000;

/**
 * Finds the rule that a listing is found by, or undefined: the plan does not find it.
 *
 *     name    its name holds the words, and is what they mean
 *     first   a situation or need names it
 *     need    it has one of the needs
 *     text    it holds the words that must be there: understood, all of them, in its name or summary;
 *             guessed, all of them anywhere; with no need, the rarest; or it is for all the people asked about
 *     tail    it holds any one of the words. Never where what is meant is understood
 *
 * An engine may hand over more listings than these, never fewer.
 */
export function toCandidate(
  index: number,
  document: SearchDocument,
  asked: Asked,
  fitName: (index: number, terms: ReadonlySet<string>, borough: readonly string[]) => NameFit,
): Candidate | undefined {
  const { plan } = asked;
  const metres =
    plan.from && document.position ? distanceMetres(plan.from, document.position) : undefined;
  const found = { index, document, metres, nameFit: 0, isSpecific: false };
  if (asked.isBrowsing) return { ...found, tier: 'browse' };

  const hasNeed = plan.needs.some((need) => document.facets.need.includes(need));
  const name = isNamed(index, document, asked)
    ? fitName(index, asked.terms, asked.borough)
    : undefined;
  if (name && isMeant(name, hasNeed, { document, metres }, asked)) {
    return { ...found, tier: 'name', nameFit: name.fit };
  }
  if (asked.named.has(index)) return { ...found, tier: 'name', nameFit: 1 };
  const isSpecific = hasExactly(index, document, metres, asked);
  if (plan.sort === 'relevance' && asked.first.has(index)) {
    return { ...found, tier: 'first', isSpecific };
  }
  if (asked.also.size > 0) {
    const isChosen = asked.first.has(index) || asked.also.has(index);
    return isChosen || isSpecific || hasWordsItMust(index, asked)
      ? { ...found, tier: 'need', isSpecific }
      : undefined;
  }
  if (hasNeed) return { ...found, tier: 'need', isSpecific };
  if (hasWordsItMust(index, asked) || isForAllPeople(document, asked)) {
    return { ...found, tier: 'text' };
  }
  if (asked.first.has(index)) return { ...found, tier: 'need' };
  if (!asked.isUnderstood && asked.leaning.has(index)) return { ...found, tier: 'text' };
  const isTail =
    !asked.isUnderstood && asked.content.some((word) => holds(index, word, IN_TEXT, asked));
  return isTail ? { ...found, tier: 'tail' } : undefined;
}

/** It holds a rare word that was said, is for few people who were named, or is right where was asked. */
function hasExactly(
  index: number,
  document: SearchDocument,
  metres: number | undefined,
  asked: Asked,
): boolean {
  const { facets } = document;
  const suits = asked.first.has(index) || asked.also.has(index);
  const hasNeed = asked.plan.needs.some((need) => facets.need.includes(need));
  if (!suits && !hasNeed) return false;
  const isOfFirstNeed = suits || facets.need.includes(asked.plan.needs[0] ?? '');
  if (isOfFirstNeed && asked.exactPeople.some((who) => facets.who.includes(who))) return true;
  if (suits && isForJustThem(facets.who, asked)) return true;
  if (isInArea(document, asked)) return true;
  if (metres !== undefined && metres < AT_THE_DOOR_METRES) return true;
  // A rare word is exact only about what was understood: "walls" in a need of its own is chance.
  const isMeant = suits || asked.plan.needs[0] === facets.need[0];
  return (
    isMeant &&
    (asked.exact.some((word) => holds(index, word, IN_HEAD, asked)) ||
      asked.exactNames.some((word) => holds(index, word, IN_NAME, asked)))
  );
}

const SEXES: readonly string[] = ['women', 'men'];

/** "girls only youth club": for the sex that was named, and for all others that were beside it. */
function isForJustThem(audiences: readonly string[], { people }: Asked): boolean {
  const named = [...people.keys()];
  return (
    named.length > 1 &&
    named.some((who) => SEXES.includes(who)) &&
    named.every((who) => audiences.includes(who))
  );
}

function isNamed(index: number, document: SearchDocument, asked: Asked): boolean {
  return (
    asked.namedWords.length > 0 &&
    asked.namedWords.every((word) => holds(index, word, IN_NAME, asked)) &&
    (isInArea(document, asked) || asked.places.every((word) => holds(index, word, IN_TEXT, asked)))
  );
}

/** "bow food bank" may mean a listing of that name, or any food bank. */
function isMeant(
  name: NameFit,
  hasNeed: boolean,
  { document, metres }: Pick<Candidate, 'document' | 'metres'>,
  asked: Asked,
): boolean {
  const { plan } = asked;
  if (name.coverage >= MOSTLY_NAMED) return true;
  // Those that an editor put first are surer than a name that only has the words in it.
  if (asked.first.size > 0) return false;
  if (plan.needs.length === 0) return true;
  const isInPlace =
    (isInArea(document, asked) || !asked.asksForArea) &&
    (!plan.from || (metres !== undefined && metres < NEARBY_METRES));
  return isInPlace && (hasNeed || !plan.needsAreSure);
}

function hasWordsItMust(index: number, asked: Asked): boolean {
  const { content, isUnderstood, rarest, plan } = asked;
  if (isUnderstood || plan.needs.length > 0) {
    const where = isUnderstood ? IN_HEAD : IN_TEXT;
    return content.length > 0 && content.every((word) => holds(index, word, where, asked));
  }
  return rarest >= 0 && holds(index, rarest, IN_TEXT, asked);
}

function isForAllPeople(document: SearchDocument, { plan }: Asked): boolean {
  const people = plan.findsPreferred ? (plan.prefer.who ?? []) : [];
  return people.length > 0 && people.every((who) => document.facets.who.includes(who));
}

function holds(index: number, word: number, where: number, { evidence }: Asked): boolean {
  return (evidence.placesOf(index, word) & where) !== 0;
}

export function isInArea({ facets }: SearchDocument, { plan }: Asked): boolean {
  return plan.prefer.area?.some((area) => facets.area.includes(area)) ?? false;
}
