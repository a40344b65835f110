import { aWhile } from './processes/a-process.ts';

interface Seen {
  query: string;
  milliseconds: number;
  isDegraded: boolean;
  /** What a visitor sees of it: which listings, how many, and how many behind each box. */
  answer: string;
}

/** What a visitor would notice of one reply of /api/search. */
export async function askOnce(origin: string, query: string): Promise<Seen> {
  const begun = performance.now();
  // Nobody may hang.
  const signal = AbortSignal.timeout(60_000);
  const response = await fetch(`${origin}/api/search?${query}`, {
    signal,
    headers: { connection: 'close' },
  });
  if (response.status !== 200) throw new Error(`/api/search answered ${response.status}`);
  const { hits, total, facets, degraded } = await response.json();
  return {
    query,
    milliseconds: performance.now() - begun,
    isDegraded: degraded,
    answer: JSON.stringify([hits.map(({ id }: { id: string }) => id), total, facets]),
  };
}

// As many as a busy machine bears; more would only wait for each other.
const MOST_AT_ONCE = 10;

/** Asks at most so many times a second, until it is told to stop. */
export function searchSteadily(origin: string, queries: readonly string[], perSecond: number) {
  const seen: Seen[] = [];
  const failed: string[] = [];
  const underWay = new Set<Promise<void>>();
  let isOver = false;
  const begun = performance.now();
  const asking = (async () => {
    for (let asked = 0; !isOver; asked += 1) {
      const query = queries[asked % queries.length] ?? '';
      const one = askOnce(origin, query)
        .then((answer) => void seen.push(answer))
        .catch((why: unknown) => void failed.push(String(why)))
        .finally(() => underWay.delete(one));
      underWay.add(one);
      if (underWay.size >= MOST_AT_ONCE) await Promise.race(underWay);
      await aWhile(Math.max(0, begun + ((asked + 1) * 1_000) / perSecond - performance.now()));
    }
    await Promise.all(underWay);
  })();
  return {
    async stop() {
      isOver = true;
      const seconds = (performance.now() - begun) / 1_000;
      await asking;
      return { seen, failed, perSecond: seen.length / seconds };
    },
  };
}
