import { type Candidate, isInArea } from './candidate.ts';
import { narrowness } from './narrow-audience.ts';
import type { RankingContext } from './ranking-context.ts';
import { hasSessionAt } from './session-match.ts';
import { excludesPeople } from './wrong-audience.ts';

export type FeatureValue = (candidate: Candidate, context: RankingContext) => number;

/**
 * One function for each feature of features.ts, which says why it matters: how far a listing has it, from 0 to 1.
 */

export function isAskedByName({ tier }: Candidate): number {
  return tier === 'name' ? 1 : 0;
}

export function pinned({ index, tier }: Candidate, context: RankingContext): number {
  return tier === 'pinned' || tier === 'name' ? (context.pinned.get(index)?.boost ?? 0) : 0;
}

export function isSpecific({ isSpecific }: Candidate, { plan }: RankingContext): number {
  return isSpecific && !plan.isUrgent ? 1 : 0;
}

export function isSuitable({ index }: Candidate, context: RankingContext): number {
  return context.suitable.has(index) && !context.pinned.has(index) ? 1 : 0;
}

export function likelyPinned({ index, tier }: Candidate, context: RankingContext): number {
  return tier === 'name' || context.pinned.has(index) ? 0 : (context.likelyPinned.get(index) ?? 0);
}

export function hasNeed({ document }: Candidate, { plan }: RankingContext): number {
  return share(plan.needs, document.facets.need) > 0 ? 1 : 0;
}

export function nameFit(candidate: Candidate): number {
  return candidate.nameFit;
}

export function hasBothNeeds({ document }: Candidate, { plan }: RankingContext): number {
  return plan.needsTogether && share(plan.needs, document.facets.need) === 1 ? 1 : 0;
}

export function mainNeed({ document }: Candidate, { plan }: RankingContext): number {
  const rank = plan.needs.indexOf(document.facets.need[0] ?? '');
  return rank < 0 ? 0 : rank === 0 ? 1 : SECOND_NEED;
}

export function wordMatch({ index }: Candidate, { matches }: RankingContext): number {
  return matches.score(index);
}

export function kindOfHelp({ document: { offers } }: Candidate, { plan }: RankingContext): number {
  const rank = offers.findIndex((offer) => plan.offersAsked.includes(offer));
  return rank < 0 ? 0 : rank === 0 ? 1 : SECONDARY_OFFER;
}

export function fittingHelp({ document: { offers } }: Candidate, { plan }: RankingContext): number {
  if (plan.offersAsked.length > 0 || plan.offersForNeeds.length === 0) return 0;
  const rank = offers.findIndex((offer) => plan.offersForNeeds.includes(offer));
  return rank < 0 ? 0 : rank === 0 ? 1 : SECONDARY_OFFER;
}

export function isOtherHelp(
  { document: { offers }, tier }: Candidate,
  { plan }: RankingContext,
): number {
  const asked = [...plan.offersAsked, ...plan.offersForNeeds];
  if (tier === 'name' || offers.length === 0 || asked.length === 0) return 0;
  return offers.some((offer) => asked.includes(offer)) ? 0 : 1;
}

export function narrowAudience(
  { document, tier }: Candidate,
  { plan, audiences: people }: RankingContext,
): number {
  if (tier === 'name') return 0;
  return narrowness(document.facets.who, [...people.keys()], plan);
}

export function isOnAtTime({ document }: Candidate, { plan }: RankingContext): number {
  return hasSessionAt(document.sessions, plan.when) ? 1 : 0;
}

export function forWhom({ document }: Candidate, { audiences }: RankingContext): number {
  let held = 0;
  let whole = 0;
  for (const [who, rarity] of audiences) {
    whole += rarity;
    if (document.facets.who.includes(who)) held += rarity;
  }
  return whole === 0 ? 0 : held / whole;
}

export function near({ document, metres }: Candidate, context: RankingContext): number {
  if (isInArea(document, context)) return 1;
  if (metres === undefined) return 0;
  return Math.min(Math.max((FAR_METRES - metres) / (FAR_METRES - NEAR_METRES), 0), 1);
}

export function languageAsked({ document }: Candidate, { plan }: RankingContext): number {
  return share(plan.prefer.language ?? [], document.facets.language);
}

export function isWide({ document }: Candidate): number {
  return document.isWide ? 1 : 0;
}

export function contact({ document }: Candidate): number {
  return 1 - document.contact / 4;
}

export function costAndWay({ document: { facets } }: Candidate, { plan }: RankingContext): number {
  const { cost = [], way = [] } = plan.prefer;
  return (share(cost, facets.cost) + share(way, facets.way)) / 2;
}

export function languageOfPage({ document }: Candidate, { plan }: RankingContext): number {
  return plan.locale !== 'en' && document.facets.language.includes(plan.locale) ? 1 : 0;
}

export function freshness({ document }: Candidate): number {
  return 1 - document.freshness / 3;
}

export function isTailMatch({ tier }: Candidate): number {
  return tier === 'tail' ? 1 : 0;
}

export function isSeldomTheAnswer({ document, tier }: Candidate, { plan }: RankingContext): number {
  const [main = ''] = document.offers;
  return SELDOM_ANSWERS.includes(main) && tier !== 'name' && !plan.offersAsked.includes(main)
    ? 1
    : 0;
}

export function isOutOfReach({ document }: Candidate): number {
  return document.contact === 4 ? 1 : 0;
}

export function isNotWanted(
  { index, document }: Candidate,
  { plan, matches: evidence }: RankingContext,
): number {
  const isUnwantedNeed = plan.unwantedNeeds.includes(document.facets.need[0] ?? '');
  return isUnwantedNeed || evidence.hasUnwanted(index) ? 1 : 0;
}

export function isForWrongAudience({ document }: Candidate, { plan }: RankingContext): number {
  return excludesPeople(document.facets.who, plan.people) ? 1 : 0;
}

// The second need that was understood is a little less sure.
const SECOND_NEED = 0.8;
// What a listing gives besides its main kind of help.
const SECONDARY_OFFER = 0.7;
/** Kinds of help that are an answer only where they were asked for. */
const SELDOM_ANSWERS: readonly string[] = ['landlord', 'representation'];
// Nearer than this is all the same; at far, one listing is as far as another.
const NEAR_METRES = 1_000;
const FAR_METRES = 4_000;

/** How many of those asked for are held: 0 to 1. */
function share(asked: readonly string[], held: readonly string[]): number {
  if (asked.length === 0) return 0;
  let count = 0;
  for (const each of asked) if (held.includes(each)) count += 1;
  return count / asked.length;
}
