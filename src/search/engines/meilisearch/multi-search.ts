import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import { z } from 'zod';
import type { Condition } from './conditions.ts';
import { EngineUnavailableFault, toUnavailable } from './fault.ts';
import type { KeyCheck } from './search-key.ts';

/** One list wanted of an index; a condition of false wants nothing, and is not sent. */
export interface SearchQuery extends Omit<MultiSearchQuery, 'indexUid' | 'filter'> {
  condition: Condition;
}

export interface SearchReply {
  hits: { id: string; version?: string | undefined }[];
  counts: Record<string, Record<string, number>>;
}

/** Asks several questions in one request; replies in their order. Throws EngineUnavailableFault. */
export type MultiSearch = (
  questions: readonly SearchQuery[],
  signal: AbortSignal,
) => Promise<SearchReply[]>;

// A server that left out counts, ids or a whole list is not one that we can show results of.
const replySchema = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.object({ id: z.string(), version: z.string().optional() })),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
    }),
  ),
});

const NOTHING: SearchReply = { hits: [], counts: {} };

/** `checkKey`: what must hold of the key before anything is asked with it. */
export function createMultiSearch(
  client: Pick<Meilisearch, 'multiSearch'>,
  index: string,
  checkKey?: KeyCheck,
): MultiSearch {
  return async (questions, signal) => {
    await checkKey?.(signal);
    const sent = questions.filter(({ condition }) => condition !== false);
    if (sent.length === 0) return questions.map(() => NOTHING);
    const queries = sent.map(({ condition, ...query }) => ({
      indexUid: index,
      ...(typeof condition === 'string' ? { filter: condition } : {}),
      ...query,
    }));
    const replies = await send(client, queries, signal);
    return questions.map((question) => replies[sent.indexOf(question)] ?? NOTHING);
  };
}

async function send(
  client: Pick<Meilisearch, 'multiSearch'>,
  queries: MultiSearchQuery[],
  signal: AbortSignal,
): Promise<SearchReply[]> {
  let received: unknown;
  try {
    received = await client.multiSearch({ queries }, { signal });
  } catch (fault) {
    throw toUnavailable(fault, signal.aborted);
  }
  const parsed = replySchema.safeParse(received);
  if (!parsed.success || parsed.data.results.length !== queries.length) {
    throw new EngineUnavailableFault('unreadable-reply');
  }
  return parsed.data.results.map(({ hits, facetDistribution = {} }) => ({
    hits,
    counts: facetDistribution,
  }));
}
