import type { SearchDefinition } from '../definition/definition.ts';
import type { Filters } from '../port.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { overlaps, type Span } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { createPreferenceFinder } from './find-preferences.ts';
import type { PlannedWord } from './plan.ts';
import { createTermExpander } from './term-expansion.ts';

export interface PlannedWords {
  words: PlannedWord[];
  prefer: Filters;
  /** The words only say for whom or where, not what. */
  isOnlyPreference: boolean;
  /** "free" is said of the price, not within one of `phrases`: "free school meals". */
  isFree(phrases: readonly Span[]): boolean;
}

/** Decides for each typed word what it may mean in the index, and what part it plays. */
export function createWordPlanner({
  definition,
  tokeniser,
  lexicon,
  isKnownWord,
  commonWords,
}: {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  lexicon: Lexicon;
  isKnownWord: (word: string) => boolean;
  commonWords: ReadonlySet<string>;
}): (typed: readonly string[]) => PlannedWords {
  const spotPreferences = createPreferenceFinder({ definition, tokeniser, isKnownWord });
  const expand = createTermExpander(lexicon, definition.synonyms);

  return (typed) => {
    const { prefer, roles, spans } = spotPreferences(typed);
    const all = typed.map((word, i) => ({ word, i, role: roles[i] ?? 'content' }));
    const meaningful = all.filter(
      ({ word, role }) => role !== 'content' || !definition.stopWords.has(word),
    );
    // Small words alone ("who is it for") are still better than nothing.
    const kept = meaningful.length > 0 ? meaningful : all;
    const words = kept
      .slice(0, definition.settings.limits.words)
      .map(({ word, i, role }): PlannedWord => {
        const isWeak = definition.weakWords.has(word);
        return { ...expand(typed, i), role, isWeak, isCommon: commonWords.has(word) };
      });
    return {
      prefer,
      words: withContent(words),
      isOnlyPreference: roles.every((role) => role !== 'content'),
      isFree: (phrases) =>
        spans.some(
          (span) => span.facet === 'cost' && span.value === 'free' && !overlaps(span, phrases),
        ),
    };
  };
}

/**
 * Preferences are conditions only when nothing else was said that says much ("people who are deaf"), areas
 * only when nothing at all was.
 */
function withContent(words: PlannedWord[]): PlannedWord[] {
  const isVague = words.every(({ role, isWeak }) => role !== 'content' || isWeak);
  if (isVague && words.some(({ role }) => role === 'preference')) {
    return words.map((word) => (word.role === 'preference' ? { ...word, role: 'content' } : word));
  }
  for (const role of ['content', 'area', 'borough'] as const) {
    if (!words.some((word) => word.role === role)) continue;
    if (role === 'content') return words;
    return words.map((word) => (word.role === role ? { ...word, role: 'content' } : word));
  }
  return words;
}
