import type { Plan } from '../plan/plan.ts';

/**
 * How much a listing is for people who would have said that they are meant, and were not named: 0 (for
 * everyone, or named) to 1. Men and children mostly say so; that women are meant goes without saying in
 * many a search, and a community's own page names it.
 */
export function narrowness(
  audiences: readonly string[],
  named: readonly string[],
  { locale, people, needs }: Pick<Plan, 'locale' | 'people' | 'needs'>,
): number {
  if (audiences.includes('everyone') || audiences.some((who) => named.includes(who))) return 0;
  if (people.age !== undefined && audiences.includes(people.age)) return 0;
  const few = audiences.filter(
    (who) => who in NARROWNESS && !goesWithoutSaying(who, locale, needs),
  );
  const others = audiences.filter((who) => !(who in NARROWNESS));
  if (few.length === 0) return 0;
  const most = Math.max(...few.map((who) => NARROWNESS[who] ?? 0));
  // "For parents and children" is for parents.
  return others.length > 0 && most < 1 ? most / 2 : others.some(isAdult) ? most / 2 : most;
}

const NARROWNESS: Readonly<Record<string, number>> = {
  men: 1,
  children: 1,
  'young-people': 1,
  students: 1,
  veterans: 1,
  lgbtq: 0.8,
  jewish: 0.8,
  chinese: 0.8,
  vietnamese: 0.8,
  'african-caribbean': 0.6,
  somali: 0.5,
  bangladeshi: 0.4,
  'refugees-migrants': 0.6,
  women: 0.3,
  muslim: 0.3,
  'social-housing-tenants': 0.3,
  'older-people': 0.6,
  'new-parents': 0.6,
  'homeless-people': 0.6,
  'disabled-people': 0.4,
};

/** The need or the page's language says it already. */
const SAID_BY_NEED: Readonly<Record<string, readonly string[]>> = {
  'mens-groups': ['men'],
  'womens-groups': ['women'],
  'young-people': ['young-people', 'children'],
  'families-parenting': ['children', 'new-parents', 'young-people'],
  'older-people': ['older-people'],
  dementia: ['older-people'],
  immigration: ['refugees-migrants'],
  homelessness: ['homeless-people'],
  lgbtq: ['lgbtq'],
  disability: ['disabled-people'],
  'domestic-abuse': ['women'],
};
const SAID_BY_LOCALE: Readonly<Record<string, readonly string[]>> = {
  bn: ['bangladeshi', 'muslim'],
  so: ['somali', 'muslim'],
};

function goesWithoutSaying(who: string, locale: string, needs: readonly string[]): boolean {
  return [...needs.map((need) => SAID_BY_NEED[need]), SAID_BY_LOCALE[locale]].some((said) =>
    said?.includes(who),
  );
}

function isAdult(who: string): boolean {
  return who === 'parents' || who === 'carers' || who === 'survivors-of-abuse';
}
