import { readFileSync } from 'node:fs';

/** Real phrasings to measure with: the judged queries that vocabulary work may see, in all languages. */
export function loadQueries(): { query: string; lang: 'en' | 'bn' | 'so' }[] {
  return readFileSync('search-index/judged-queries.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
