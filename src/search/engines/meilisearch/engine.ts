import { isOpenAt as isOpen } from '../../../directory/timetable/session-times.ts';
import type { SearchDefinition } from '../../definition/definition.ts';
import type { Answer, Plan } from '../../plan/plan.ts';
import { type FacetName, facetNames } from '../../port.ts';
import type { Ranking } from '../../ranking/ranking.ts';
import type { Tokeniser } from '../../words/tokeniser.ts';
import { toCandidateQueries } from './candidate-queries.ts';
import { allOf, type Condition, isIn } from './conditions.ts';
import { EngineUnavailableFault } from './fault.ts';
import { type IndexVersion, parseVersion } from './index-version.ts';
import type { MultiSearch, SearchQuery, SearchReply } from './multi-search.ts';
import { toConditions, toFilter } from './plan-conditions.ts';
import { createWordPostings } from './word-postings.ts';

export interface MeilisearchAnswer extends Answer {
  /** The index holds other content than this server. */
  isStale: boolean;
}

/** Search in a Meilisearch index. Throws EngineUnavailableFault where there is no answer to trust. */
export interface MeilisearchEngine {
  answer(plan: Plan, signal: AbortSignal): Promise<MeilisearchAnswer>;
}

// Read with every answer, so that a swap to an index of another definition is never mixed up with ours.
const WHICH_INDEX: SearchQuery = {
  condition: true,
  q: '',
  limit: 1,
  attributesToRetrieve: ['id', 'version'],
};

/** What every listing has: estimatedTotalHits stops at maxTotalHits, and this does not. */
const COUNTED = 'version';

/** Meilisearch filters and counts; what it finds is ranked here, from our own documents. */
export function createMeilisearchEngine({
  settings,
  tokeniser,
  ranking,
  version,
  ask,
}: {
  settings: SearchDefinition['settings'];
  tokeniser: Tokeniser;
  ranking: Ranking;
  version: IndexVersion;
  ask: MultiSearch;
}): MeilisearchEngine {
  const { documents, indexOf } = ranking;
  const postings = createWordPostings(documents, settings, tokeniser);
  const most = settings.meilisearch.mostHits;
  const fits = documents.length <= most;

  // An index of yesterday may hold what has closed since.
  const toIndexes = (replies: readonly SearchReply[]) =>
    new Set(replies.flatMap(({ hits }) => hits.flatMap(({ id }) => indexOf(id) ?? [])));

  /** `countAll`: whether to count what is found before any box is ticked. */
  // The index knows no clock: what is open at a moment is asked for by name.
  function isOpenAt({ openAt }: Plan): Condition {
    if (!openAt) return true;
    const open = documents.filter(({ sessions }) => isOpen(sessions, openAt));
    return isIn(
      'id',
      open.map(({ id }) => id),
    );
  }

  async function askFor(plan: Plan, rule: Condition, countAll: boolean, signal: AbortSignal) {
    const open = isOpenAt(plan);
    const found = allOf([rule, open, toFilter(plan.filters)]);
    const queries = toCandidateQueries(plan, found, { fits, most });
    const isTicked = (facet: FacetName) => (plan.filters[facet]?.length ?? 0) > 0;
    const counting = [
      { ...queries.all, facets: [...facetNames.filter((facet) => !isTicked(facet)), COUNTED] },
      ...facetNames
        .filter(isTicked)
        .map((facet) => count(allOf([rule, open, toFilter(plan.filters, facet)]), facet)),
      count(countAll && found !== rule && rule, COUNTED),
    ];
    const others = [...queries.best, ...queries.rest];
    const [which, ...replies] = await ask([WHICH_INDEX, ...counting, ...others], signal);
    const counted = replies.splice(0, counting.length);
    const best = toIndexes([...counted, ...replies.splice(0, queries.best.length)]);
    return {
      best,
      rest: toIndexes(replies).difference(best),
      isStale: checkVersion(which, version),
      total: totalOf(counted[0]),
      totalOfAll: totalOf(found === rule ? counted[0] : counted.at(-1)),
      facets: toFacets(counted),
    };
  }

  return {
    async answer(plan, signal) {
      const ranker = ranking.forPlan(plan);
      const { found, withTail } = toConditions(
        ranker.context,
        (index) => documents[index]?.id ?? '',
      );
      const hasTail = withTail !== found;
      let reply = await askFor(plan, found, hasTail, signal);
      const isShort = hasTail && reply.totalOfAll < settings.limits.tailBelow;
      if (isShort) reply = await askFor(plan, withTail, false, signal);
      const { best, rest, total, facets, isStale } = reply;

      postings.record(ranker.matches, [...best.union(rest)]);
      const ranked = [best, rest].flatMap((indexes) =>
        ranker.sort(ranker.find(indexes, isShort ? 'with' : 'without')),
      );
      const page = ranked.slice(plan.offset, plan.offset + plan.limit);
      return { found: page.map(ranker.toFoundListing), total, facets, isStale };
    },
  };
}

function count(condition: Condition, attribute: string): SearchQuery {
  return { condition, q: '', limit: 0, facets: [attribute] };
}

function totalOf(reply: SearchReply | undefined): number {
  return Object.values(reply?.counts[COUNTED] ?? {}).reduce((sum, some) => sum + some, 0);
}

// Each facet is in one reply: that of all filters, or the one without its own.
function toFacets(replies: readonly SearchReply[]): Answer['facets'] {
  const facets = {} as Answer['facets'];
  for (const facet of facetNames) {
    facets[facet] = replies.find(({ counts }) => counts[facet])?.counts[facet] ?? {};
  }
  return facets;
}

function checkVersion(reply: SearchReply | undefined, own: IndexVersion): boolean {
  const version = parseVersion(reply?.hits[0]?.version);
  if (version?.schema !== own.schema) throw new EngineUnavailableFault('other-definition');
  return version.content !== own.content;
}
