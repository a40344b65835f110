import type { PlannedWord } from '../../plan/plan.ts';
import { type FacetName, type Filters, facetNames } from '../../port.ts';
import { AT_THE_DOOR_METRES } from '../../ranking/candidate.ts';
import type { RankingContext } from '../../ranking/ranking-context.ts';
import { allOf, anyOf, type Condition, equals, isIn } from './conditions.ts';

/** Which listings a plan finds, as conditions on an index: no fewer than ranking/candidate.ts does. */
export interface PlanConditions {
  /** By name, by an editor's choice, by need or by the words that must be there. */
  found: Condition;
  /** By any of the words as well; the same as `found`: the plan has no such tail. */
  withTail: Condition;
}

/**
 * The planner has already settled which words of the index each typed word may mean, so an engine need not
 * guess again: the same listings are found here as by the embedded engine. `idOf`: of a document.
 */
export function toConditions(
  context: RankingContext,
  idOf: (index: number) => string,
): PlanConditions {
  if (context.isBrowsing) return { found: true, withTail: true };
  const { plan, isUnderstood } = context;
  const ids = (indexes: Iterable<number>) => isIn('id', Array.from(indexes, idOf));
  const found = [
    toNamed(context),
    ids(context.namedDocuments),
    ids(context.pinned.keys()),
    toText(context),
  ];
  if (context.suitable.size > 0) {
    const suiting = anyOf([...found, ids(context.suitable), toExact(context)]);
    return { found: suiting, withTail: suiting };
  }
  found.push(isIn('need', plan.needs), toPeople(context));
  if (isUnderstood) return { found: anyOf(found), withTail: anyOf(found) };
  found.push(ids(context.likelyPinned.keys()));
  const tail = context.contentWords.map((word) => hasWord('words', plan.words[word]));
  return { found: anyOf(found), withTail: anyOf([...found, ...tail]) };
}

function toNamed({ plan, nameWords, areaWords }: RankingContext): Condition {
  if (nameWords.length === 0) return false;
  const isPlaced = allOf(areaWords.map((word) => hasWord('words', plan.words[word])));
  return allOf([
    ...nameWords.map((word) => hasWord('nameWords', plan.words[word])),
    anyOf([isIn('area', plan.prefer.area ?? []), isPlaced]),
  ]);
}

function toText({
  plan,
  contentWords: content,
  isUnderstood,
  rarestWord: rarest,
}: RankingContext): Condition {
  if (isUnderstood || plan.needs.length > 0) {
    const where = isUnderstood ? 'headWords' : 'words';
    return content.length > 0 && allOf(content.map((word) => hasWord(where, plan.words[word])));
  }
  return hasWord('words', plan.words[rarest]);
}

function toExact({
  plan,
  exactWords: exact,
  exactNameWords: exactNames,
  exactAudiences: exactPeople,
}: RankingContext): Condition {
  const { needs, from, prefer } = plan;
  const words = anyOf([
    ...exact.map((word) => hasWord('headWords', plan.words[word])),
    ...exactNames.map((word) => hasWord('nameWords', plan.words[word])),
  ]);
  return allOf([
    isIn('need', needs),
    anyOf([
      allOf([isIn('need', needs.slice(0, 1)), isIn('who', exactPeople)]),
      isIn('area', prefer.area ?? []),
      from ? `_geoRadius(${from.latitude}, ${from.longitude}, ${AT_THE_DOOR_METRES})` : false,
      allOf([isIn('mainNeed', needs.slice(0, 1)), words]),
    ]),
  ]);
}

function toPeople({ plan: { findsPreferred, prefer } }: RankingContext): Condition {
  const who = findsPreferred ? (prefer.who ?? []) : [];
  return who.length > 0 && allOf(who.map((each) => equals('who', each)));
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

function hasWord(
  attribute: 'words' | 'headWords' | 'nameWords',
  word: PlannedWord | undefined,
): Condition {
  if (!word) return false;
  const { terms, halves } = word;
  return anyOf([
    isIn(attribute, [...terms.keys()]),
    halves ? allOf(halves.map((half) => equals(attribute, half))) : false,
  ]);
}
