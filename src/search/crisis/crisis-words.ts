/**
 * The recogniser of urgent words for the browser, so that what someone writes about themselves is never
 * sent anywhere to be looked at. It has the frames alone: the classifier's weights would be larger than
 * the page. The server, which sees the text when the form is sent, has both.
 */

import type { NormaliseRules } from '../definition/definition-schemas.ts';
import type { CrisisKind } from '../port.ts';
import { createTokeniser } from '../words/tokeniser.ts';
import type { CrisisLists } from './crisis-lists.ts';
import { createCrisisRecogniser } from './recogniser.ts';

/** What the browser fetches. */
export interface CrisisWords {
  normalise: NormaliseRules;
  /** Without the examples, from which only the classifier learns. */
  lists: CrisisLists;
  realWords: string[];
}

/** The most urgent kind of danger that a text may speak of. */
export function createCrisisFinder(words: CrisisWords): (text: string) => CrisisKind | undefined {
  const tokeniser = createTokeniser(words.normalise);
  const real = new Set(words.realWords);
  const recognise = createCrisisRecogniser({
    lists: words.lists,
    tokeniser,
    isRealWord: (word) => real.has(word),
  });
  return (text) => recognise(tokeniser.words(text))?.kind;
}
