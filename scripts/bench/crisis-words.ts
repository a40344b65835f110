import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { loadSearchIndexFiles } from '../../src/platform/files/search-index-files.ts';
import { toCrisisWords } from '../../src/search/crisis/crisis-explainer.ts';
import { parseDefinition } from '../../src/search/definition/definition.ts';
import { createTokeniser } from '../../src/search/words/tokeniser.ts';
import { directory, learnSearchModelsOf } from '../../src/wiring.ts';
import { atMost, kB, ms, type Section } from './table.ts';

/** What it costs to look out for urgent words. */
export function measureCrisisWords(): Section {
  const definition = parseDefinition(loadSearchIndexFiles('search-index').files);
  const tokeniser = createTokeniser(definition.normalise);
  const { listings } = directory;
  const startedAt = performance.now();
  const { explainCrisis } = learnSearchModelsOf(directory);
  const learning = performance.now() - startedAt;
  const phrases = readFileSync('search-index/judged-crisis.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): string => JSON.parse(line).phrase);
  for (const phrase of phrases) explainCrisis(tokeniser.words(phrase));
  const from = performance.now();
  for (const phrase of phrases) explainCrisis(tokeniser.words(phrase));
  const each = (performance.now() - from) / phrases.length;
  const bytes = brotliCompressSync(JSON.stringify(toCrisisWords(definition, listings))).length;
  return {
    title: 'Urgent words',
    rows: [
      atMost('learning, with topics, when the site is built', learning, 5000, ms),
      atMost('a phrase', each, 1, ms),
      atMost('what the browser fetches', bytes, 60_000, kB),
    ],
  };
}
