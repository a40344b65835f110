import type { SearchHit, SearchResponse } from '../port.ts';

/** What stands above the list of results: for each situation understood, its first listings. */
export interface StartHereBlock {
  /** Slug of the situation. */
  situation: string;
  hits: SearchHit[];
}

export interface SplitResults {
  blocks: StartHereBlock[];
  /** Situations to offer as links. */
  suggested: string[];
  /** The list below, which repeats nothing. */
  rest: SearchHit[];
}

const MOST_CARDS = 6;
const MOST_SUGGESTED = 3;

/** `isBestFirst`: in an order that the visitor chose, the first to ask stand where that order puts them. */
export function splitResults(response: SearchResponse, isBestFirst: boolean): SplitResults {
  const { situations, suggestedSituations } = response.understood;
  const isFirstPage = response.page === 1;
  const blocks = isFirstPage && isBestFirst ? toBlocks(response.hits, situations) : [];
  const shown = new Set(blocks.flatMap(({ hits }) => hits.map(({ id }) => id)));
  const isShown = (slug: string) => blocks.some(({ situation }) => situation === slug);
  // One whose listings the filters left out still has its page.
  const suggested = [...situations, ...suggestedSituations].filter((slug) => !isShown(slug));
  return {
    blocks,
    suggested: isFirstPage ? suggested.slice(0, MOST_SUGGESTED) : [],
    rest: response.hits.filter(({ id }) => !shown.has(id)),
  };
}

function toBlocks(hits: readonly SearchHit[], situations: readonly string[]): StartHereBlock[] {
  const blocks = situations
    .map((situation) => ({ situation, hits: hits.filter((hit) => hit.situation === situation) }))
    .filter((block) => block.hits.length > 0);
  const counts = shareCards(blocks.map((block) => block.hits.length));
  return blocks.map((block, index) => ({ ...block, hits: block.hits.slice(0, counts[index]) }));
}

/** How many each may show: one more each in turn, so that the second situation is not crowded out. */
function shareCards(wanted: readonly number[]): number[] {
  const counts = wanted.map(() => 0);
  const total = Math.min(
    MOST_CARDS,
    wanted.reduce((sum, count) => sum + count, 0),
  );
  for (let given = 0; given < total; ) {
    for (const [index, count] of wanted.entries()) {
      if (given === total || (counts[index] ?? 0) >= count) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      given += 1;
    }
  }
  return counts;
}
