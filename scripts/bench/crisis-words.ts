import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { loadSearchIndexFiles } from '../../src/platform/files/search-index-files.ts';
import { createCrisisExplainer, toCrisisWords } from '../../src/search/crisis/crisis-explainer.ts';
import { parseDefinition } from '../../src/search/definition/definition.ts';
import { createTokeniser } from '../../src/search/words/tokeniser.ts';
import { directory } from '../../src/wiring.ts';
import { atMost, kB, ms, type Section } from './table.ts';

/** What it costs to look out for urgent words. */
export function measureCrisisWords(): Section {
  const definition = parseDefinition(loadSearchIndexFiles('search-index').files);
  const tokeniser = createTokeniser(definition.normalise);
  const { listings } = directory;
  const startedAt = performance.now();
  const explain = createCrisisExplainer({ definition, tokeniser, listings });
  const learning = performance.now() - startedAt;
  const phrases = readFileSync('search-index/judged-crisis.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): string => JSON.parse(line).phrase);
  for (const phrase of phrases) explain(tokeniser.words(phrase));
  const from = performance.now();
  for (const phrase of phrases) explain(tokeniser.words(phrase));
  const each = (performance.now() - from) / phrases.length;
  const bytes = brotliCompressSync(JSON.stringify(toCrisisWords(definition, listings))).length;
  return {
    title: 'Urgent words',
    rows: [
      atMost('learning, when search starts', learning, 300, ms),
      atMost('a phrase', each, 1, ms),
      atMost('what the browser fetches', bytes, 60_000, kB),
    ],
  };
}
