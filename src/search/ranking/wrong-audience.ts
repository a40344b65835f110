import type { PlannedPeople } from '../plan/plan.ts';

/** Audiences of each age; those of adults are people that only adults are. */
const AGES = {
  children: ['children'],
  'young-people': ['young-people'],
  adults: ['parents', 'new-parents'],
  'older-people': ['older-people'],
};
const SEXES = ['women', 'men'] as const;

/** Is the listing only for the other sex, or only for other ages, than those of who asks? */
export function excludesPeople(audiences: readonly string[], { sex, age }: PlannedPeople): boolean {
  if (audiences.includes('everyone')) return false;
  const sexes = SEXES.filter((each) => audiences.includes(each));
  if (sex && sexes.length > 0 && !sexes.includes(sex)) return true;
  if (!age) return false;
  const isForAge = (slugs: readonly string[]) => slugs.some((who) => audiences.includes(who));
  // "For parents" says nothing of age unless children are named beside them.
  const { adults: _, ...bands } = AGES;
  return Object.values(bands).some(isForAge) && !isForAge(AGES[age]);
}
