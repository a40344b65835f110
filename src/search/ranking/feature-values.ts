import { type Candidate, isInArea } from './candidate.ts';
import { howFew } from './narrow-audience.ts';
import type { Asked } from './ranking-context.ts';
import { isOnThen } from './session-match.ts';
import { isForOthers } from './wrong-audience.ts';

export type FeatureValue = (candidate: Candidate, asked: Asked) => number;

/**
 * One function for each feature of features.ts, which says why it matters: how far a listing has it, from 0 to 1.
 */

export function isAskedByName({ tier }: Candidate): number {
  return tier === 'name' ? 1 : 0;
}

export function standing({ index, tier }: Candidate, { first }: Asked): number {
  return tier === 'first' || tier === 'name' ? (first.get(index)?.standing ?? 0) : 0;
}

export function isSpecific({ isSpecific }: Candidate, { plan }: Asked): number {
  return isSpecific && !plan.isUrgent ? 1 : 0;
}

export function suits({ index }: Candidate, { also, first }: Asked): number {
  return also.has(index) && !first.has(index) ? 1 : 0;
}

export function leaning({ index, tier }: Candidate, { leaning, first }: Asked): number {
  return tier === 'name' || first.has(index) ? 0 : (leaning.get(index) ?? 0);
}

export function hasNeed({ document }: Candidate, { plan }: Asked): number {
  return share(plan.needs, document.facets.need) > 0 ? 1 : 0;
}

export function nameFit(candidate: Candidate): number {
  return candidate.nameFit;
}

export function hasBothNeeds({ document }: Candidate, { plan }: Asked): number {
  return plan.needsTogether && share(plan.needs, document.facets.need) === 1 ? 1 : 0;
}

export function mainNeed({ document }: Candidate, { plan }: Asked): number {
  const place = plan.needs.indexOf(document.facets.need[0] ?? '');
  return place < 0 ? 0 : place === 0 ? 1 : SECOND_NEED;
}

export function words({ index }: Candidate, { evidence }: Asked): number {
  return evidence.share(index);
}

export function kindOfHelp({ document: { offers } }: Candidate, { plan }: Asked): number {
  const place = offers.findIndex((offer) => plan.wants.includes(offer));
  return place < 0 ? 0 : place === 0 ? 1 : BESIDES;
}

export function fittingHelp({ document: { offers } }: Candidate, { plan }: Asked): number {
  if (plan.wants.length > 0 || plan.fits.length === 0) return 0;
  const place = offers.findIndex((offer) => plan.fits.includes(offer));
  return place < 0 ? 0 : place === 0 ? 1 : BESIDES;
}

export function isOtherHelp({ document: { offers }, tier }: Candidate, { plan }: Asked): number {
  const asked = [...plan.wants, ...plan.fits];
  if (tier === 'name' || offers.length === 0 || asked.length === 0) return 0;
  return offers.some((offer) => asked.includes(offer)) ? 0 : 1;
}

export function isForAFew({ document, tier }: Candidate, { plan, people }: Asked): number {
  if (tier === 'name') return 0;
  return howFew(document.facets.who, [...people.keys()], plan);
}

export function isOn({ document }: Candidate, { plan }: Asked): number {
  return isOnThen(document.sessions, plan.when) ? 1 : 0;
}

export function forWhom({ document }: Candidate, { people }: Asked): number {
  let held = 0;
  let whole = 0;
  for (const [who, rarity] of people) {
    whole += rarity;
    if (document.facets.who.includes(who)) held += rarity;
  }
  return whole === 0 ? 0 : held / whole;
}

export function near({ document, metres }: Candidate, asked: Asked): number {
  if (isInArea(document, asked)) return 1;
  if (metres === undefined) return 0;
  return Math.min(Math.max((FAR_METRES - metres) / (FAR_METRES - NEAR_METRES), 0), 1);
}

export function speaks({ document }: Candidate, { plan }: Asked): number {
  return share(plan.prefer.language ?? [], document.facets.language);
}

export function isWide({ document }: Candidate): number {
  return document.isWide ? 1 : 0;
}

export function contact({ document }: Candidate): number {
  return 1 - document.contact / 4;
}

export function costAndWay({ document: { facets } }: Candidate, { plan }: Asked): number {
  const { cost = [], way = [] } = plan.prefer;
  return (share(cost, facets.cost) + share(way, facets.way)) / 2;
}

export function languageOfPage({ document }: Candidate, { plan }: Asked): number {
  return plan.locale !== 'en' && document.facets.language.includes(plan.locale) ? 1 : 0;
}

export function freshness({ document }: Candidate): number {
  return 1 - document.freshness / 3;
}

export function hasOneCommonWord({ tier }: Candidate): number {
  return tier === 'tail' ? 1 : 0;
}

export function isSeldomTheAnswer({ document, tier }: Candidate, { plan }: Asked): number {
  const [main = ''] = document.offers;
  return SELDOM.includes(main) && tier !== 'name' && !plan.wants.includes(main) ? 1 : 0;
}

export function isOutOfReach({ document }: Candidate): number {
  return document.contact === 4 ? 1 : 0;
}

export function isNotWanted({ index, document }: Candidate, { plan, evidence }: Asked): number {
  const isUnwantedNeed = plan.unwantedNeeds.includes(document.facets.need[0] ?? '');
  return isUnwantedNeed || evidence.holdsUnwanted(index) ? 1 : 0;
}

export function isForOtherPeople({ document }: Candidate, { plan }: Asked): number {
  return isForOthers(document.facets.who, plan.people) ? 1 : 0;
}

// The second need that was understood is a little less sure.
const SECOND_NEED = 0.8;
// What a listing gives besides its main kind of help.
const BESIDES = 0.7;
/** Kinds of help that are an answer only where they were asked for. */
const SELDOM: readonly string[] = ['landlord', 'representation'];
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
