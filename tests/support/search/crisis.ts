import fs from 'node:fs';
import { z } from 'zod';
import { typedLanguages } from '../../../src/search/words/typed-languages.ts';
import { searchModels } from '../../../src/wiring.ts';
import { tokeniser } from './search-definition.ts';

/** One line of search-index/judged-crisis.jsonl. */
const judgedPhraseSchema = z.strictObject({
  phrase: z.string().min(1),
  lang: z.enum(typedLanguages),
  /** What it is about; 'harmless': nothing urgent. */
  kind: z.string(),
  /** How it is said: 'direct', 'indirect', 'slang' … */
  way: z.string(),
  /** Kinds of panel that are right, the most urgent first; none: harmless. */
  crisis: z.array(z.enum(['suicide', 'danger', 'emergency'])),
});
export type JudgedPhrase = z.infer<typeof judgedPhraseSchema>;

export function loadJudgedPhrases(path: string): JudgedPhrase[] {
  return fs
    .readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => judgedPhraseSchema.parse(JSON.parse(line)));
}

export function explainCrisis(text: string) {
  return searchModels().explainCrisis(tokeniser.words(text));
}

/** Shares, by any property of a phrase. */
export function shareBy<T>(
  items: readonly T[],
  property: (item: T) => string,
  isHit: (item: T) => boolean,
): Map<string, { hits: number; of: number; share: number }> {
  const shares = new Map<string, { hits: number; of: number; share: number }>();
  for (const item of items) {
    const { hits, of } = shares.get(property(item)) ?? { hits: 0, of: 0 };
    const now = { hits: hits + (isHit(item) ? 1 : 0), of: of + 1 };
    shares.set(property(item), { ...now, share: now.hits / now.of });
  }
  return new Map([...shares].sort(([a], [b]) => (a < b ? -1 : 1)));
}
