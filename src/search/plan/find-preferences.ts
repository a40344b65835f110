import type { SearchDefinition } from '../definition/definition.ts';
import type { FacetName, Filters } from '../port.ts';
import { createLexicon } from '../words/lexicon.ts';
import {
  countPhraseWords,
  createPhraseTable,
  NO_STOP_WORDS,
  toPhrases,
} from '../words/phrase-table.ts';
import { withoutOverlaps } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { createFuzzyMatcher } from '../words/word-matcher.ts';
import type { PlannedWord } from './plan.ts';

/** In area.yaml: words for the borough as a whole, which prefer nothing. */
const EVERYWHERE = 'everywhere';

export interface FoundPreferences {
  prefer: Filters;
  /** For each word: what it is in the question. */
  roles: PlannedWord['role'][];
  spans: { facet: FacetName; value: string; start: number; end: number }[];
}

/** Spots who it is for, where, in which language, at what cost: put first, never a condition. */
export function createPreferenceFinder({
  definition,
  tokeniser,
  isKnownWord,
}: {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  isKnownWord: (word: string) => boolean;
}): (words: readonly string[]) => FoundPreferences {
  const facets = Object.entries(definition.preferences) as [FacetName, Record<string, string[]>][];
  const tables = facets.map(([facet, values]) => {
    const phrases = Object.entries(values).flatMap(([value, texts]) =>
      toPhrases(texts, value, tokeniser),
    );
    const lexicon = createLexicon(countPhraseWords(phrases), definition.settings.typos);
    const matchWord = createFuzzyMatcher(lexicon, isKnownWord);
    return { facet, table: createPhraseTable(phrases, NO_STOP_WORDS, matchWord) };
  });

  return (words) => {
    const prefer: Filters = {};
    const spans: FoundPreferences['spans'] = [];
    const roles = words.map((): PlannedWord['role'] => 'content');
    for (const { facet, table } of tables) {
      for (const match of withoutOverlaps(table.find(words, false))) {
        const values = match.values.filter((value) => value !== EVERYWHERE);
        const { start, end } = match;
        spans.push(...values.map((value) => ({ facet, value, start, end })));
        if (values.length > 0) {
          prefer[facet] = [...new Set([...(prefer[facet] ?? []), ...values])];
        }
        const role = facet !== 'area' ? 'preference' : values.length > 0 ? 'area' : 'borough';
        for (let i = match.start; i < match.end; i += 1) roles[i] = role;
      }
    }
    return { prefer, roles, spans };
  };
}
