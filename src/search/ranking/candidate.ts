import { distanceMetres } from '../../directory/distance.ts';
import type { SearchDocument } from '../definition/documents.ts';
import type { Tier } from '../plan/plan.ts';
import type { NameFit } from './name-fit.ts';
import type { RankingContext } from './ranking-context.ts';
import { IN_HEAD, IN_NAME, IN_TEXT } from './word-matches.ts';

/** A listing that some rule of the plan finds. */
export interface Candidate {
  /** Among the documents. */
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
 *     pinned  a situation or need names it
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
  context: RankingContext,
  fitName: (index: number, terms: ReadonlySet<string>, borough: readonly string[]) => NameFit,
): Candidate | undefined {
  const { plan } = context;
  const metres =
    plan.from && document.position ? distanceMetres(plan.from, document.position) : undefined;
  const found = { index, document, metres, nameFit: 0, isSpecific: false };
  if (context.isBrowsing) return { ...found, tier: 'browse' };

  const hasNeed = plan.needs.some((need) => document.facets.need.includes(need));
  const name = nameHasWords(index, document, context)
    ? fitName(index, context.terms, context.boroughWords)
    : undefined;
  if (name && isNameMeant(name, hasNeed, { document, metres }, context)) {
    return { ...found, tier: 'name', nameFit: name.fit };
  }
  if (context.namedDocuments.has(index)) return { ...found, tier: 'name', nameFit: 1 };
  const isSpecific = isSpecificMatch(index, document, metres, context);
  if (plan.sort === 'relevance' && context.pinned.has(index)) {
    return { ...found, tier: 'pinned', isSpecific };
  }
  if (context.suitable.size > 0) {
    const isChosen = context.pinned.has(index) || context.suitable.has(index);
    return isChosen || isSpecific || hasRequiredWords(index, context)
      ? { ...found, tier: 'need', isSpecific }
      : undefined;
  }
  if (hasNeed) return { ...found, tier: 'need', isSpecific };
  if (hasRequiredWords(index, context) || isForAllPeople(document, context)) {
    return { ...found, tier: 'text' };
  }
  if (context.pinned.has(index)) return { ...found, tier: 'need' };
  if (!context.isUnderstood && context.likelyPinned.has(index)) return { ...found, tier: 'text' };
  const isTail =
    !context.isUnderstood &&
    context.contentWords.some((word) => hasWord(index, word, IN_TEXT, context));
  return isTail ? { ...found, tier: 'tail' } : undefined;
}

/** It holds a rare word that was said, is for few people who were named, or is right where was asked. */
function isSpecificMatch(
  index: number,
  document: SearchDocument,
  metres: number | undefined,
  context: RankingContext,
): boolean {
  const { facets } = document;
  const suits = context.pinned.has(index) || context.suitable.has(index);
  const hasNeed = context.plan.needs.some((need) => facets.need.includes(need));
  if (!suits && !hasNeed) return false;
  const isOfFirstNeed = suits || facets.need.includes(context.plan.needs[0] ?? '');
  if (isOfFirstNeed && context.exactAudiences.some((who) => facets.who.includes(who))) return true;
  if (suits && isForExactAudience(facets.who, context)) return true;
  if (isInArea(document, context)) return true;
  if (metres !== undefined && metres < AT_THE_DOOR_METRES) return true;
  // A rare word is exact only about what was understood: "walls" in a need of its own is chance.
  const isMeant = suits || context.plan.needs[0] === facets.need[0];
  return (
    isMeant &&
    (context.exactWords.some((word) => hasWord(index, word, IN_HEAD, context)) ||
      context.exactNameWords.some((word) => hasWord(index, word, IN_NAME, context)))
  );
}

const SEXES: readonly string[] = ['women', 'men'];

/** "girls only youth club": for the sex that was named, and for all others that were beside it. */
function isForExactAudience(audiences: readonly string[], context: RankingContext): boolean {
  const named = [...context.audiences.keys()];
  return (
    named.length > 1 &&
    named.some((who) => SEXES.includes(who)) &&
    named.every((who) => audiences.includes(who))
  );
}

function nameHasWords(index: number, document: SearchDocument, context: RankingContext): boolean {
  return (
    context.nameWords.length > 0 &&
    context.nameWords.every((word) => hasWord(index, word, IN_NAME, context)) &&
    (isInArea(document, context) ||
      context.areaWords.every((word) => hasWord(index, word, IN_TEXT, context)))
  );
}

/** "bow food bank" may mean a listing of that name, or any food bank. */
function isNameMeant(
  name: NameFit,
  hasNeed: boolean,
  { document, metres }: Pick<Candidate, 'document' | 'metres'>,
  context: RankingContext,
): boolean {
  const { plan } = context;
  if (name.coverage >= MOSTLY_NAMED) return true;
  // Those that an editor put first are surer than a name that only has the words in it.
  if (context.pinned.size > 0) return false;
  if (plan.needs.length === 0) return true;
  const isInPlace =
    (isInArea(document, context) || !context.asksForArea) &&
    (!plan.from || (metres !== undefined && metres < NEARBY_METRES));
  return isInPlace && (hasNeed || !plan.needsAreCertain);
}

function hasRequiredWords(index: number, context: RankingContext): boolean {
  const { contentWords, isUnderstood, rarestWord, plan } = context;
  if (isUnderstood || plan.needs.length > 0) {
    const where = isUnderstood ? IN_HEAD : IN_TEXT;
    return (
      contentWords.length > 0 && contentWords.every((word) => hasWord(index, word, where, context))
    );
  }
  return rarestWord >= 0 && hasWord(index, rarestWord, IN_TEXT, context);
}

function isForAllPeople(document: SearchDocument, { plan }: RankingContext): boolean {
  const people = plan.findsPreferred ? (plan.prefer.who ?? []) : [];
  return people.length > 0 && people.every((who) => document.facets.who.includes(who));
}

function hasWord(index: number, word: number, where: number, { matches }: RankingContext): boolean {
  return (matches.zonesOf(index, word) & where) !== 0;
}

export function isInArea({ facets }: SearchDocument, { plan }: RankingContext): boolean {
  return plan.prefer.area?.some((area) => facets.area.includes(area)) ?? false;
}
