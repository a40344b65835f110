import type { Situation } from '../../directory/situation.ts';
import type { Plan, PlannedFirst } from '../plan.ts';
import type { CrisisKind } from '../port.ts';
import type { CrisisSubject } from './crisis-lists.ts';

/** What stands below the panel of urgent help. */
export type CrisisLimit =
  /** Nothing: an ambulance is what helps, and any listing would be in the way. */
  { listings: 'none' } | { listings: 'of-crisis'; situations: string[]; plan: Partial<Plan> };

const NEEDS: Record<Exclude<CrisisKind, 'emergency'>, string[]> = {
  suicide: ['mental-wellbeing'],
  danger: ['domestic-abuse'],
};
const WANTS: Record<Exclude<CrisisKind, 'emergency'>, string[]> = {
  suicide: ['helpline'],
  danger: ['helpline', 'support-worker', 'accommodation'],
};

/**
 * What a plan should be where words tell of a crisis: names and words are not looked for, so that none is
 * met by chance; the situations of the crisis say who comes first. To be spread over the plan.
 */
export function limitToCrisis(
  { kinds, subjects }: { kinds: readonly CrisisKind[]; subjects: readonly string[] },
  known: {
    situations: readonly Pick<Situation, 'slug' | 'crisis' | 'first'>[];
    subjects: readonly Pick<CrisisSubject, 'name' | 'situations'>[];
  },
): CrisisLimit {
  // An overdose or hands round a throat: what comes after the ambulance is worth showing.
  const kind = kinds.find((each) => each !== 'emergency');
  if (!kind) return { listings: 'none' };
  const named = known.subjects
    .filter(({ name }) => subjects.includes(name))
    .flatMap(({ situations }) => situations);
  const ofKind = known.situations.filter(
    ({ slug, crisis }) => named.includes(slug) || (named.length === 0 && crisis === kind),
  );
  const first = ofKind.flatMap(({ slug, first: listings }) =>
    listings.map(({ listing }): PlannedFirst => ({ listing, situation: slug })),
  );
  return {
    listings: 'of-crisis',
    situations: ofKind.map(({ slug }) => slug),
    plan: {
      words: [],
      named: [],
      unwanted: [],
      unwantedNeeds: [],
      leaning: new Map(),
      needs: NEEDS[kind],
      needsTogether: false,
      needsAreSure: true,
      wants: WANTS[kind],
      isUrgent: true,
      first: first.filter(
        ({ listing }, i) => first.findIndex((other) => other.listing === listing) === i,
      ),
    },
  };
}
