import type { SearchDefinition } from '../definition/definition.ts';
import { createPhraseFinder } from '../words/phrase-finder.ts';
import { overlaps, type Span } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

// What is not wanted is named in a word or three: "not a gym", "without a computer".
const MOST_UNWANTED = 3;

/**
 * Finds what somebody says they do not want: spans that hold the negating words and what they negate.
 * `topics`: phrases for situations and needs, which stand as they are: "no food" is about food.
 */
export function createUnwantedFinder(
  { negation, stopWords }: Pick<SearchDefinition, 'negation' | 'stopWords'>,
  tokeniser: Tokeniser,
): (words: readonly string[], topics: readonly Span[]) => (Span & { unwanted: string[] })[] {
  const find = createPhraseFinder(
    [
      ['before', negation.before],
      ['after', negation.after],
    ] as const,
    tokeniser,
  );

  return (words, topics) => {
    const found: (Span & { unwanted: string[] })[] = [];
    for (const { start, end, value } of find(words)) {
      if (overlaps({ start, end }, topics) || overlaps({ start, end }, found)) continue;
      const reach = value === 'before' ? forwards(words, end) : backwards(words, start);
      const unwanted = words.slice(reach.start, reach.end).filter((word) => !stopWords.has(word));
      if (unwanted.length === 0) continue;
      found.push({
        start: Math.min(start, reach.start),
        end: Math.max(end, reach.end),
        unwanted,
      });
    }
    return found;
  };

  function forwards(words: readonly string[], from: number): Span {
    let end = from;
    let content = 0;
    while (end < words.length && content < MOST_UNWANTED && !CONTRASTS.has(words[end] ?? '')) {
      if (!stopWords.has(words[end] ?? '')) content += 1;
      end += 1;
    }
    return { start: from, end };
  }

  function backwards(words: readonly string[], to: number): Span {
    const start = to > 0 && !CONTRASTS.has(words[to - 1] ?? '') ? to - 1 : to;
    return { start, end: to };
  }
}

// What comes after these is wanted again.
const CONTRASTS = new Set([
  'but',
  'just',
  'only',
  'want',
  'need',
  'looking',
  'please',
  'something',
  'prefer',
  'কিন্তু',
  'চাই',
  'kintu',
  'chai',
  'laakiin',
  'waxaan',
  'rabaa',
]);
