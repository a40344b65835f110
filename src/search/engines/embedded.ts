import MiniSearch from 'minisearch';
import { isOpenAt } from '../../directory/timetable/session-times.ts';
import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { Answer, Plan, SearchEngine } from '../plan/plan.ts';
import { facetNames } from '../port.ts';
import type { PlanRanker, Ranking } from '../ranking/ranking.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { filterAndCount } from './facet-counts.ts';
import { toMiniSearchOptions } from './minisearch-options.ts';

/** Splits what asks the index for several words at once; no word holds it. */
const BETWEEN_TERMS = '\n';

/**
 * Search within this process: MiniSearch finds where words stand, the rest is ours. Which words to look for
 * is the planner's business, so MiniSearch's own guessing (fuzzy, prefix) stays off; and how much a match
 * is worth is the ranking's, so its scores are not read.
 */
export function createEmbeddedEngine({
  settings,
  tokeniser,
  ranking,
}: {
  settings: Pick<SearchSettings, 'fields'>;
  tokeniser: Tokeniser;
  ranking: Ranking;
}): SearchEngine {
  const { documents, columns } = ranking;
  const index = new MiniSearch(toMiniSearchOptions(settings, tokeniser));
  index.addAll(documents.map((document, id) => ({ id, document })));
  const fieldBits = new Map<string, number>(settings.fields.map(({ name }, i) => [name, 1 << i]));

  function recordWords({ matches }: PlanRanker): void {
    if (matches.terms.size === 0) return;
    const results = index.search([...matches.terms].join(BETWEEN_TERMS), {
      tokenize: (text) => text.split(BETWEEN_TERMS),
    });
    for (const { id, match } of results) {
      for (const term in match) {
        let fields = 0;
        for (const field of match[term] ?? []) fields |= fieldBits.get(field) ?? 0;
        matches.record(id as number, term, fields);
      }
    }
  }

  function* candidates(plan: Plan, { matches, pinned }: PlanRanker): Generator<number> {
    if (plan.words.length === 0 && plan.needs.length === 0 && pinned.length === 0) {
      yield* documents.keys();
      return;
    }
    const seen = new Uint8Array(documents.length);
    const ids = plan.needs.map((need) => columns.idOf('need', need));
    if (plan.findsPreferred) ids.push(columns.idOf('who', plan.prefer.who?.[0] ?? ''));
    const documentLists = [
      matches.documents,
      pinned,
      ...ids.map((id) => columns.documentsWith[id ?? -1] ?? []),
    ];
    for (const document of documentLists.flat()) {
      if (seen[document]) continue;
      seen[document] = 1;
      yield document;
    }
  }

  return {
    name: 'embedded',
    health: () => ({ engine: 'embedded', degraded: false, stale: false }),
    async answer(plan): Promise<Answer> {
      const ranker = ranking.forPlan(plan);
      recordWords(ranker);
      const { openAt } = plan;
      const isAsked = ({ index }: { index: number }) =>
        !openAt || isOpenAt(documents[index]?.sessions ?? [], openAt);
      const found = ranker.find(candidates(plan, ranker)).filter(isAsked);
      const { passed, facets } = filterAndCount(found, plan.filters, columns, facetNames);
      const page = ranker.sort(passed).slice(plan.offset, plan.offset + plan.limit);
      return { found: page.map(ranker.toFoundListing), total: passed.length, facets };
    },
  };
}
