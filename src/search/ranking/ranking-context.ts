import type { Plan, PlannedFirst } from '../plan/plan.ts';
import type { WordList } from '../words/lexicon.ts';
import type { Columns } from './columns.ts';
import type { WordEvidence } from './word-matches.ts';

/** A plan, read once for all candidates: what each rule and each feature asks of a listing. */
export interface Asked {
  plan: Plan;
  evidence: WordEvidence;
  /** Words of the index that a name may hold. */
  terms: ReadonlySet<string>;
  /** Places in plan.words. */
  content: readonly number[];
  namedWords: readonly number[];
  places: readonly number[];
  /** The content word that the fewest listings hold; -1: no listing holds any. */
  rarest: number;
  /** Words for the borough as a whole. They are not looked for, but in a name they count. */
  borough: readonly string[];
  /** Places in plan.words of words that few listings hold, so that they say exactly what is meant. */
  exact: readonly number[];
  /** As exact, of common words, which tell only in a name: "foot". */
  exactNames: readonly number[];
  /** People asked about for whom few listings are. */
  exactPeople: readonly string[];
  /** A need or a situation is understood surely: one common word is then no reason to show a listing. */
  isUnderstood: boolean;
  isBrowsing: boolean;
  asksForArea: boolean;
  /** Documents whose whole name stands among the words. */
  named: ReadonlySet<number>;
  /** By document. */
  first: ReadonlyMap<number, AskedFirst>;
  /** Documents that suit the situations understood. None: no situation is understood, or it names none. */
  also: ReadonlySet<number>;
  /** By document: how likely an editor would put it first, where that is a guess. */
  leaning: ReadonlyMap<number, number>;
  /** For each person asked about, how much it says that a listing is for them: the rarer, the more. */
  people: ReadonlyMap<string, number>;
}

export interface AskedFirst extends PlannedFirst {
  /** 1 for the first of all, falling evenly to more than a half. */
  standing: number;
}

export function toAsked(
  plan: Plan,
  {
    evidence,
    columns,
    rarest,
    list,
    indexOf,
  }: {
    evidence: WordEvidence;
    columns: Columns;
    rarest: number;
    list: Pick<WordList, 'count'>;
    indexOf(id: string): number | undefined;
  },
): Asked {
  const having = (...roles: string[]) =>
    plan.words.flatMap(({ role }, i) => (roles.includes(role) ? [i] : []));
  const first = new Map<number, AskedFirst>();
  for (const [place, each] of plan.first.entries()) {
    const index = indexOf(each.listing);
    if (index === undefined || first.has(index)) continue;
    first.set(index, { ...each, standing: 1 - place / (2 * plan.first.length) });
  }
  return {
    plan,
    evidence,
    terms: plannedTerms(plan),
    content: having('content'),
    namedWords: having('content', 'aside'),
    named: new Set(plan.named.flatMap((id) => indexOf(id) ?? [])),
    places: having('place'),
    rarest,
    borough: plan.words.flatMap(({ role, typed }) => (role === 'borough' ? [typed] : [])),
    isUnderstood: plan.needsAreSure && (plan.needs.length > 0 || plan.first.length > 0),
    isBrowsing: plan.words.length === 0 && plan.needs.length === 0 && plan.first.length === 0,
    asksForArea: (plan.prefer.area?.length ?? 0) > 0,
    exact: exactWords(plan, list, false),
    exactNames: exactWords(plan, list, true),
    exactPeople: (plan.prefer.who ?? []).filter((who) => isSmallGroup(countOf(who, columns))),
    first,
    also: new Set(plan.also.flatMap((id) => indexOf(id) ?? [])),
    leaning: toLeaning(plan, indexOf),
    people: new Map((plan.prefer.who ?? []).map((who) => [who, rarityOf(who, columns)])),
  };
}

// Below this a guess is noise.
const LEANING_FROM = 0.03;

function toLeaning({ leaning }: Plan, indexOf: (id: string) => number | undefined) {
  const likely = new Map<number, number>();
  for (const [id, weight] of leaning) {
    const index = indexOf(id);
    if (index !== undefined && weight >= LEANING_FROM) likely.set(index, weight);
  }
  return likely;
}

/** Words of the index that stand for the plan's words; the borough's are in nearly every listing. */
export function plannedTerms({ words }: Pick<Plan, 'words'>): Set<string> {
  const looked = words.filter(({ role }) => role !== 'borough');
  return new Set(looked.flatMap(({ terms, halves }) => [...terms.keys(), ...(halves ?? [])]));
}

// About one listing in sixty of today's: "choir", "parkinsons", "chinese".
const FEW = 8;

function isFew(count: number): boolean {
  return count > 0 && count <= FEW;
}

// Chinese, Somali or LGBT+ people, not women or parents.
const SMALL_GROUP = 20;

function isSmallGroup(count: number): boolean {
  return count > 0 && count <= SMALL_GROUP;
}

function exactWords({ words }: Plan, list: Pick<WordList, 'count'>, common: boolean): number[] {
  return words.flatMap(({ role, isWeak, isCommon, terms }, i) => {
    if ((role !== 'content' && role !== 'aside') || isWeak || isCommon !== common) return [];
    let count = 0;
    for (const term of terms.keys()) count += list.count(term);
    return isFew(count) ? [i] : [];
  });
}

function countOf(who: string, { counts, idOf }: Columns): number {
  return counts[idOf('who', who) ?? -1] ?? 0;
}

function rarityOf(who: string, { held, counts, idOf }: Columns): number {
  const id = idOf('who', who);
  return id === undefined ? 0 : Math.log(1 + held.length / (counts[id] ?? 1));
}
