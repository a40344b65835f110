import type { z } from 'zod';
import type { CrisisKind } from '../port.ts';
import { typedLanguages } from '../words/typed-languages.ts';
import type { crisisWordsSchema, harmlessSchema } from './crisis-schemas.ts';

/** The lists of search-index/crisis/, as the recogniser and the browser get them. */

type HarmlessLists = z.infer<typeof harmlessSchema>;
type ByLanguage = HarmlessLists['frames'];

export interface CrisisSubject {
  name: string;
  kinds: CrisisKind[];
  situations: string[];
  frames: ByLanguage;
  phrases: ByLanguage;
  examples: ByLanguage;
}

export interface CrisisLists {
  words: z.infer<typeof crisisWordsSchema>;
  subjects: CrisisSubject[];
  harmless: HarmlessLists;
}

export function inAllLanguages(lists: ByLanguage): string[] {
  return typedLanguages.flatMap((language) => lists[language] ?? []);
}

/** The most urgent first: the order in which a panel is chosen. */
export const mostUrgentFirst = ['emergency', 'suicide', 'danger'] as const satisfies CrisisKind[];
