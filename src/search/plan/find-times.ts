import type { SearchDefinition } from '../definition/definition.ts';
import type { TimeWord } from '../definition/definition-schemas.ts';
import { createPhraseFinder } from '../words/phrase-finder.ts';
import type { Span } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import type { PlannedTime } from './plan.ts';

const PARTS: readonly TimeWord[] = ['morning', 'evening', 'now'];
const WEEKEND = ['sat', 'sun'] as const;

export interface FoundTimes {
  when: PlannedTime | undefined;
  spans: Span[];
}

/** Spots days and times of day: "yoga on sunday", "evening". */
export function createTimeFinder(
  { times }: Pick<SearchDefinition, 'times'>,
  tokeniser: Tokeniser,
): (words: readonly string[]) => FoundTimes {
  const find = createPhraseFinder(Object.entries(times) as [TimeWord, string[]][], tokeniser);
  return (words) => {
    const spans = find(words);
    if (spans.length === 0) return { when: undefined, spans };
    const values = spans.map(({ value }) => value);
    const days = values.flatMap((value) => {
      if (value === 'weekend') return WEEKEND;
      return PARTS.includes(value) ? [] : [value as PlannedTime['days'][number]];
    });
    const part = values.find((value) => PARTS.includes(value)) as PlannedTime['part'];
    return { when: { days: [...new Set(days)], part }, spans };
  };
}
