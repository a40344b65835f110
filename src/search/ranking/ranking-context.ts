import type { PinnedListing, Plan } from '../plan/plan.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { Columns } from './columns.ts';
import type { WordMatches } from './word-matches.ts';

/** A plan, read once for all candidates: what each rule and each feature asks of a listing. */
export interface RankingContext {
  plan: Plan;
  matches: WordMatches;
  /** Words of the index that a name may hold. */
  terms: ReadonlySet<string>;
  /** Indexes in plan.words. */
  contentWords: readonly number[];
  nameWords: readonly number[];
  areaWords: readonly number[];
  /** The content word that the fewest listings hold; -1: no listing holds any. */
  rarestWord: number;
  /** Words for the borough as a whole. They are not looked for, but in a name they count. */
  boroughWords: readonly string[];
  /** Indexes in plan.words of words that few listings hold, so that they say exactly what is meant. */
  exactWords: readonly number[];
  /** As exact, of common words, which tell only in a name: "foot". */
  exactNameWords: readonly number[];
  /** People asked about for whom few listings are. */
  exactAudiences: readonly string[];
  /** A need or a situation is understood surely: one common word is then no reason to show a listing. */
  isUnderstood: boolean;
  isBrowsing: boolean;
  asksForArea: boolean;
  /** Documents whose whole name stands among the words. */
  namedDocuments: ReadonlySet<number>;
  /** By document. */
  pinned: ReadonlyMap<number, PinnedDocument>;
  /** Documents that suit the situations understood. None: no situation is understood, or it names none. */
  suitable: ReadonlySet<number>;
  /** By document: how likely an editor would put it first, where that is a guess. */
  likelyPinned: ReadonlyMap<number, number>;
  /** For each person asked about, how much it says that a listing is for them: the rarer, the more. */
  audiences: ReadonlyMap<string, number>;
}

export interface PinnedDocument extends PinnedListing {
  /** 1 for the first of all, falling evenly to more than a half. */
  boost: number;
}

export function toRankingContext(
  plan: Plan,
  {
    matches,
    columns,
    rarest,
    lexicon,
    indexOf,
  }: {
    matches: WordMatches;
    columns: Columns;
    rarest: number;
    lexicon: Pick<Lexicon, 'frequency'>;
    indexOf(id: string): number | undefined;
  },
): RankingContext {
  const having = (...roles: string[]) =>
    plan.words.flatMap(({ role }, i) => (roles.includes(role) ? [i] : []));
  const pinned = new Map<number, PinnedDocument>();
  for (const [rank, each] of plan.pinned.entries()) {
    const index = indexOf(each.listing);
    if (index === undefined || pinned.has(index)) continue;
    pinned.set(index, { ...each, boost: 1 - rank / (2 * plan.pinned.length) });
  }
  return {
    plan,
    matches,
    terms: plannedTerms(plan),
    contentWords: having('content'),
    nameWords: having('content', 'preference'),
    namedDocuments: new Set(plan.namedListings.flatMap((id) => indexOf(id) ?? [])),
    areaWords: having('area'),
    rarestWord: rarest,
    boroughWords: plan.words.flatMap(({ role, typed }) => (role === 'borough' ? [typed] : [])),
    isUnderstood: plan.needsAreCertain && (plan.needs.length > 0 || plan.pinned.length > 0),
    isBrowsing: plan.words.length === 0 && plan.needs.length === 0 && plan.pinned.length === 0,
    asksForArea: (plan.prefer.area?.length ?? 0) > 0,
    exactWords: rareWords(plan, lexicon, false),
    exactNameWords: rareWords(plan, lexicon, true),
    exactAudiences: (plan.prefer.who ?? []).filter((who) => isSmallGroup(countOf(who, columns))),
    pinned,
    suitable: new Set(plan.suitable.flatMap((id) => indexOf(id) ?? [])),
    likelyPinned: toLikelyPinned(plan, indexOf),
    audiences: new Map((plan.prefer.who ?? []).map((who) => [who, rarityOf(who, columns)])),
  };
}

// Below this a guess is noise.
const LIKELY_FROM = 0.03;

function toLikelyPinned({ likelyPinned }: Plan, indexOf: (id: string) => number | undefined) {
  const likely = new Map<number, number>();
  for (const [id, weight] of likelyPinned) {
    const index = indexOf(id);
    if (index !== undefined && weight >= LIKELY_FROM) likely.set(index, weight);
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

function rareWords(
  { words }: Plan,
  lexicon: Pick<Lexicon, 'frequency'>,
  common: boolean,
): number[] {
  return words.flatMap(({ role, isWeak, isCommon, terms }, i) => {
    if ((role !== 'content' && role !== 'preference') || isWeak || isCommon !== common) return [];
    let count = 0;
    for (const term of terms.keys()) count += lexicon.frequency(term);
    return isFew(count) ? [i] : [];
  });
}

function countOf(who: string, { documentCounts, idOf }: Columns): number {
  return documentCounts[idOf('who', who) ?? -1] ?? 0;
}

function rarityOf(who: string, { valueIds, documentCounts, idOf }: Columns): number {
  const id = idOf('who', who);
  return id === undefined ? 0 : Math.log(1 + valueIds.length / (documentCounts[id] ?? 1));
}
