import type { Plan, PlannedWord } from '../../plan.ts';
import { type FacetName, type Filters, facetNames } from '../../port.ts';
import { findRarestWord } from '../../ranking/rarest-word.ts';
import type { WordList } from '../../word-list.ts';
import { allOf, anyOf, type Condition, equals, isIn } from './conditions.ts';

/** Which listings a plan finds, as conditions on an index; the rules are those of ranking/candidate.ts. */
export interface PlanConditions {
  /** By name, as an editor's first, by need or by the words that must be there. */
  found: Condition;
  /** By any of the words as well; the same as `found`: the plan has no such tail. */
  withTail: Condition;
}

/**
 * The planner has already settled which words of the index each typed word may mean, so an engine need not
 * guess again: the same listings are found here as by the embedded engine.
 */
export function toConditions(plan: Plan, list: Pick<WordList, 'count'>): PlanConditions {
  const { words, needs, first } = plan;
  if (words.length === 0 && needs.length === 0 && first.length === 0) {
    return { found: true, withTail: true };
  }
  const content = words.filter(({ role }) => role === 'content');
  const isUnderstood = plan.needsAreSure && (needs.length > 0 || first.length > 0);
  const found = anyOf([
    toNamed(plan),
    isIn(
      'id',
      first.map(({ listing }) => listing),
    ),
    isIn('need', needs),
    toText(plan, content, isUnderstood, list),
    plan.findsPreferred && plan.prefer.who?.length
      ? allOf(plan.prefer.who.map((who) => equals('who', who)))
      : false,
  ]);
  const tail = anyOf(content.map((word) => holds('words', word)));
  return { found, withTail: isUnderstood ? found : anyOf([found, tail]) };
}

function toNamed({ words, prefer }: Plan): Condition {
  const named = words.filter(({ role }) => role === 'content' || role === 'aside');
  const places = words.filter(({ role }) => role === 'place');
  if (named.length === 0) return false;
  return allOf([
    ...named.map((word) => holds('nameWords', word)),
    anyOf([isIn('area', prefer.area ?? []), allOf(places.map((word) => holds('words', word)))]),
  ]);
}

function toText(
  { words, needs }: Plan,
  content: readonly PlannedWord[],
  isUnderstood: boolean,
  list: Pick<WordList, 'count'>,
): Condition {
  if (isUnderstood || needs.length > 0) {
    const where = isUnderstood ? 'headWords' : 'words';
    return content.length > 0 && allOf(content.map((word) => holds(where, word)));
  }
  const rarest = words[findRarestWord(words, list)];
  return rarest ? holds('words', rarest) : false;
}

/** The boxes ticked, but for those of one facet. */
export function toFilter(filters: Filters, except?: FacetName): Condition {
  return allOf(
    facetNames.map((facet) => {
      const values = filters[facet] ?? [];
      if (facet === except || values.length === 0) return true;
      return isIn(facet, values.filter(isSlug));
    }),
  );
}

// Values come out of an address. Meilisearch would take "Bow" for "bow" and refuse what is too long;
// no listing has anything but a slug.
function isSlug(value: string): boolean {
  return /^[a-z0-9-]{1,100}$/.test(value);
}

function holds(
  attribute: 'words' | 'headWords' | 'nameWords',
  { terms, halves }: PlannedWord,
): Condition {
  return anyOf([
    isIn(attribute, [...terms.keys()]),
    halves ? allOf(halves.map((half) => equals(attribute, half))) : false,
  ]);
}
