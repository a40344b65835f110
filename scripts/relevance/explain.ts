import { isLocale } from '../../src/i18n/locale.ts';
import type { Explanation } from '../../src/search/port.ts';
import { searcher } from '../../src/wiring.ts';

type Hit = Explanation['hits'][number];

/** Why the first ten of a search stand in their order, as text for a terminal. */
export async function explain(query: string, lang: string): Promise<string> {
  const request = {
    q: query,
    locale: isLocale(lang) ? lang : ('en' as const),
    filters: {},
    near: '',
    sort: 'relevance' as const,
    page: 1,
    perPage: 10,
    literal: false,
  };
  const [{ understood }, { hits, total }] = await Promise.all([
    searcher.search(request),
    searcher.explain(request),
  ]);
  return [
    `"${query}": ${total} found; understood: ${understood.needs.join(', ') || 'no need'}`,
    ...hits.flatMap(formatHit),
  ].join('\n');
}

function formatHit({ id, tier, features }: Hit, index: number): string[] {
  const score = features.reduce((sum, { value, weight }) => sum + value * weight, 0);
  return [
    `${String(index + 1).padStart(3)}. ${id} (${tier}), ${score.toFixed(1)}`,
    `     ${features.map(formatFeature).join('  ')}`,
  ];
}

function formatFeature({ name, value, weight }: Hit['features'][number]): string {
  const worth = (value * weight).toFixed(1);
  return `${name} ${worth}${value < 1 ? ` (${value.toFixed(2)} of ${weight})` : ''}`;
}
