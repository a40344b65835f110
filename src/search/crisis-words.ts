/**
 * Crisis words for the browser, so that what someone writes about themselves is never sent anywhere to
 * be looked at. Only phrases as they are written in search-index/crisis.yaml: the server, which sees the
 * text when the form is sent, also knows slips (crisis-in-words.ts).
 */
import type { SearchDefinition } from './definition.ts';
import type { NormaliseRules } from './definition-schemas.ts';
import { createTokeniser, type Tokeniser } from './normalise.ts';
import type { CrisisKind } from './port.ts';

/** What the browser fetches: phrases in words as they are compared, all languages together. */
export interface CrisisWords {
  normalise: NormaliseRules;
  kinds: Record<CrisisKind, string[]>;
  /** Phrases that only sound like danger. */
  avoid: string[];
}

const mostUrgentFirst = ['emergency', 'suicide', 'danger'] as const;

export function toCrisisWords({ crisis, normalise }: SearchDefinition): CrisisWords {
  const tokeniser = createTokeniser(normalise);
  const plain = (phrases: string[]) => [
    ...new Set(phrases.map((phrase) => tokeniser.words(phrase).join(' '))),
  ];
  const kinds = {
    emergency: plain(crisis.emergency),
    suicide: plain(crisis.suicide),
    danger: plain(crisis.danger),
  };
  return { normalise, kinds, avoid: plain(crisis.avoid) };
}

/** The most urgent kind of danger that a text may speak of. */
export function createCrisisFinder(words: CrisisWords): (text: string) => CrisisKind | undefined {
  const tokeniser = createTokeniser(words.normalise);
  return (text) => {
    const plain = toPlain(text, tokeniser);
    const avoided = words.avoid.flatMap((phrase) => findAll(plain, phrase));
    return mostUrgentFirst.find((kind) =>
      words.kinds[kind].some((phrase) =>
        findAll(plain, phrase).some(
          (match) => !avoided.some((a) => a.start <= match.start && match.end <= a.end),
        ),
      ),
    );
  };
}

function toPlain(text: string, tokeniser: Tokeniser): string {
  return ` ${tokeniser.words(text).join(' ')} `;
}

function findAll(plain: string, phrase: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const words = ` ${phrase} `;
  // Whole words: the space after one phrase may be the space before the next.
  for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}
