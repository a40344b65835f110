import { readFileSync } from 'node:fs';
import type { Locale } from '../../src/i18n/locale.ts';

/** Real phrasings to measure with: the judged queries that vocabulary work may see, in all languages. */
export function loadQueries(): { query: string; lang: Locale }[] {
  return readFileSync('search-index/judged-queries.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
