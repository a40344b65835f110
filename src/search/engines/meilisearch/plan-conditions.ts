import type { Plan, PlannedWord } from '../../plan.ts';
import { type FacetName, type Filters, facetNames } from '../../port.ts';
import type { WordList } from '../../word-list.ts';
import { rarestWord } from '../rarest-word.ts';
import { allOf, anyOf, type Condition, equals, isIn } from './conditions.ts';

/** Which listings a plan finds, rule by rule, as conditions on an index. */
export interface PlanConditions {
  /** Its name holds the words. */
  named: Condition;
  /** It has one of the needs. */
  needed: Condition;
  /** It holds the words that must be there. */
  text: Condition;
  /** It holds every word that says what it is about; false: there is none. */
  allWords: Condition;
  /** It holds the word that says most of what it is about or for whom; false: no listing does. */
  rarest: Condition;
  /** It holds any of the words that say what it is about. */
  tail: Condition;
}

/**
 * The planner has already settled which words of the index each typed word may mean, so an engine need not
 * guess again: the same listings are found here as by the embedded engine.
 */
export function toConditions(plan: Plan, list: WordList): PlanConditions {
  const having = (...roles: PlannedWord['role'][]) =>
    plan.words.filter(({ role }) => roles.includes(role));
  const anywhere = (word: PlannedWord) => holds('words', word);
  const content = having('content');
  const named = having('content', 'aside');
  const allWords = content.length > 0 && allOf(content.map(anywhere));
  const rarest = rarestWord(plan.words, list);
  const telling = rarestWord(
    named.map((word): PlannedWord => ({ ...word, role: 'content' })),
    list,
  );
  const people = plan.findsPreferred && plan.prefer.who?.length ? plan.prefer.who : undefined;
  return {
    named:
      named.length > 0 &&
      allOf([
        ...named.map((word) => holds('nameWords', word)),
        anyOf([isIn('area', plan.prefer.area ?? []), allOf(having('place').map(anywhere))]),
      ]),
    needed: isIn('need', plan.needs),
    text: anyOf([
      plan.needs.length > 0 ? allWords : rarest ? anywhere(rarest) : false,
      people ? allOf(people.map((who) => equals('who', who))) : false,
    ]),
    allWords,
    rarest: telling ? anywhere(telling) : false,
    tail: anyOf(content.map(anywhere)),
  };
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

function holds(attribute: 'words' | 'nameWords', { terms, halves }: PlannedWord): Condition {
  return anyOf([
    isIn(attribute, [...terms.keys()]),
    halves ? allOf(halves.map((half) => equals(attribute, half))) : false,
  ]);
}
