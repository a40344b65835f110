import type { SearchDefinition } from '../../definition.ts';
import type { SearchDocument } from '../../documents.ts';
import type { Tokeniser } from '../../normalise.ts';
import type { Answer, Plan } from '../../plan.ts';
import { type FacetName, facetNames } from '../../port.ts';
import type { WordList } from '../../word-list.ts';
import type { Ask, Question, Reply } from './ask.ts';
import { allOf, anyOf, type Condition } from './conditions.ts';
import { EngineUnavailableFault } from './fault.ts';
import { createFoundListings } from './found-listings.ts';
import { type IndexVersion, parseVersion } from './index-version.ts';
import { type Listing, listByRelevance, listInOrder } from './lists.ts';
import { type PlanConditions, toConditions, toFilter } from './plan-conditions.ts';

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
 * Meilisearch filters, counts, ranks and sorts; the plan says what, and our own documents say why.
 * Totals are counted over `version`, which every listing has: estimatedTotalHits stops at maxTotalHits.
 */
export function createMeilisearchEngine({
  documents,
  settings,
  tokeniser,
  list,
  version,
  ask,
}: {
  documents: readonly SearchDocument[];
  settings: SearchDefinition['settings'];
  tokeniser: Tokeniser;
  list: WordList;
  version: IndexVersion;
  ask: Ask;
}): MeilisearchEngine {
  const found = createFoundListings(documents, tokeniser, list);
  const nameFields = settings.fields.filter((each) => each.isName).map((each) => each.name);

  async function askAll(plan: Plan, rules: PlanConditions, tail: Condition, signal: AbortSignal) {
    const filter = toFilter(plan.filters);
    const isBrowsing = plan.words.length === 0 && plan.needs.length === 0;
    const rule = isBrowsing || anyOf([rules.named, rules.needed, rules.text, tail]);
    const listing: Listing =
      plan.sort === 'relevance' && !isBrowsing
        ? listByRelevance(plan, { ...rules, tail }, filter, { nameFields, found })
        : listInOrder(plan, allOf([rule, filter]), found);
    const counting = [
      count(rule, []),
      count(
        allOf([rule, filter]),
        facetNames.filter((facet) => !plan.filters[facet]?.length),
      ),
      ...facetNames
        .filter((facet) => plan.filters[facet]?.length)
        .map((facet) => count(allOf([rule, toFilter(plan.filters, facet)]), [facet])),
    ];
    const replies = await ask([WHICH_INDEX, ...counting, ...listing.questions], signal);
    const isStale = checkVersion(replies[0], version);
    const counted = replies.slice(1, 1 + counting.length);
    return {
      isStale,
      /** Before any box is ticked. */
      totalOfRule: totalOf(counted[0]),
      total: totalOf(counted[1]),
      facets: toFacets(counted),
      merged: listing.merge(replies.slice(1 + counting.length)),
    };
  }

  return {
    async answer(plan, signal) {
      const rules = toConditions(plan, list);
      let asked = await askAll(plan, rules, false, signal);
      const hasTail = rules.tail !== false && rules.tail !== rules.text;
      if (hasTail && asked.totalOfRule < settings.limits.tailBelow) {
        asked = await askAll(plan, rules, rules.tail, signal);
      }
      const { merged, total, facets, isStale } = asked;
      return {
        found: merged
          .filter(({ id }) => found.has(id))
          .slice(plan.offset, plan.offset + plan.limit)
          .map(({ id, tier }) => found.toFound(id, tier, plan)),
        ...{ total, facets, isStale },
      };
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
