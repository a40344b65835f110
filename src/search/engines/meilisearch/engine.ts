import type { SearchDefinition } from '../../definition.ts';
import type { Tokeniser } from '../../normalise.ts';
import type { Answer, Plan } from '../../plan.ts';
import { type FacetName, facetNames } from '../../port.ts';
import type { Ranking } from '../../ranking/ranking.ts';
import type { WordList } from '../../word-list.ts';
import type { Ask, Question, Reply } from './ask.ts';
import { toCandidateLists } from './candidate-lists.ts';
import { allOf, type Condition } from './conditions.ts';
import { EngineUnavailableFault } from './fault.ts';
import { type IndexVersion, parseVersion } from './index-version.ts';
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
const WHICH_INDEX: Question = {
  ...{ condition: true, q: '', limit: 1, attributesToRetrieve: ['id', 'version'] },
};

/**
 * Meilisearch filters and counts; what it finds is ranked here, from our own documents. Totals are counted
 * over `version`, which every listing has: estimatedTotalHits stops at maxTotalHits.
 */
export function createMeilisearchEngine({
  settings,
  tokeniser,
  list,
  ranking,
  version,
  ask,
}: {
  settings: SearchDefinition['settings'];
  tokeniser: Tokeniser;
  list: Pick<WordList, 'count'>;
  ranking: Ranking;
  version: IndexVersion;
  ask: Ask;
}): MeilisearchEngine {
  const { documents, indexOf } = ranking;
  const postings = createWordPostings(documents, settings, tokeniser);
  const most = settings.meilisearch.mostHits;
  const fits = documents.length <= most;

  /** `countAll`: whether to count what is found before any box is ticked. */
  async function askFor(plan: Plan, rule: Condition, countAll: boolean, signal: AbortSignal) {
    const filter = toFilter(plan.filters);
    const isTicked = (facet: FacetName) => (plan.filters[facet]?.length ?? 0) > 0;
    const counting = [
      count(
        allOf([rule, filter]),
        facetNames.filter((facet) => !isTicked(facet)),
      ),
      ...facetNames
        .filter(isTicked)
        .map((facet) => count(allOf([rule, toFilter(plan.filters, facet)]), [facet])),
      count(countAll && rule, []),
    ];
    const lists = toCandidateLists(plan, allOf([rule, filter]), { fits, most });
    const [which, ...replies] = await ask([WHICH_INDEX, ...counting, ...lists], signal);
    const counted = replies.slice(0, counting.length);
    return {
      isStale: checkVersion(which, version),
      total: totalOf(counted[0]),
      totalOfAll: totalOf(counted.at(-1)),
      facets: toFacets(counted),
      ids: replies.slice(counting.length).flatMap(({ hits }) => hits.map(({ id }) => id)),
    };
  }

  return {
    async answer(plan, signal) {
      const { found, withTail } = toConditions(plan, list);
      const hasTail = withTail !== found;
      let asked = await askFor(plan, found, hasTail, signal);
      const isShort = hasTail && asked.totalOfAll < settings.limits.tailBelow;
      if (isShort) asked = await askFor(plan, withTail, false, signal);
      const { ids, total, facets, isStale } = asked;

      const reading = ranking.read(plan);
      // An index of yesterday may hold what has closed since.
      const held = ids.flatMap((id) => indexOf(id) ?? []);
      const indexes = [...new Set(held)].slice(0, most);
      postings.note(reading.evidence, indexes);
      const ranked = reading.sort(reading.find(indexes, isShort ? 'with' : 'without'));
      const page = ranked.slice(plan.offset, plan.offset + plan.limit);
      return { found: page.map(reading.show), total, facets, isStale };
    },
  };
}

function count(condition: Condition, facets: readonly FacetName[]): Question {
  return { ...{ condition, q: '', limit: 0, facets: [...facets, 'version'] } };
}

function totalOf(reply: Reply | undefined): number {
  return Object.values(reply?.counts.version ?? {}).reduce((sum, some) => sum + some, 0);
}

// Each facet is in one reply: that of all filters, or the one without its own.
function toFacets(replies: readonly Reply[]): Answer['facets'] {
  const facets = {} as Answer['facets'];
  for (const facet of facetNames) {
    facets[facet] = replies.find(({ counts }) => counts[facet])?.counts[facet] ?? {};
  }
  return facets;
}

function checkVersion(reply: Reply | undefined, own: IndexVersion): boolean {
  const version = parseVersion(reply?.hits[0]?.version);
  if (version?.schema !== own.schema) throw new EngineUnavailableFault('other-definition');
  return version.content !== own.content;
}
