import type { Tokeniser } from '../normalise.ts';
import type { Crisis } from '../port.ts';
import { isWithin } from '../spotted.ts';
import { type CrisisClassifier, classify } from './classifier.ts';
import { type CrisisLists, type CrisisSubject, mostUrgentFirst } from './crisis-lists.ts';
import { crisisLanguages } from './fold.ts';
import { createFrameFinder, type FoundFrame, type FrameSource, type Span } from './frame-finder.ts';
import { createNegationFinder } from './negation.ts';

/**
 * Recognises words that may mean someone is in danger: by frames of search-index/crisis/, or by a
 * classifier that has learnt from them. Frames give the reason and the subject; the classifier hears
 * what no frame foresaw. The same in the browser and on the server.
 */
export type CrisisRecogniser = (words: readonly string[], raw?: boolean) => Crisis | undefined;

export interface RecogniserParts {
  lists: CrisisLists;
  classifier: CrisisClassifier;
  tokeniser: Tokeniser;
  /** Words that are never slips for a word of danger. */
  isRealWord: (word: string) => boolean;
}

const FRAME_GAP = 2;
const HARMLESS_GAP = 1;
/** So many words before and after it are explained by a context. */
const CONTEXT_REACH = 12;

/** A likelihood from which the classifier alone decides: docs/decisions/0013 has the figures. */
export const CRISIS_FROM = 0.7;
/** Long texts are read by so many words at a time: a sentence of danger must not drown in the rest. */
const WINDOW = { words: 14, step: 7 };

export function createCrisisRecogniser(parts: RecogniserParts): CrisisRecogniser {
  const { lists, classifier } = parts;
  const findCrisis = createFrameFinder(
    lists.subjects.flatMap((subject) => toSources(subject, subject, FRAME_GAP)),
    lists,
    parts,
  );
  const findHarmless = createFrameFinder(
    toSources(lists.harmless, undefined, HARMLESS_GAP),
    lists,
    parts,
  );

  const findContexts = createFrameFinder(
    toSources({ frames: lists.harmless.contexts, phrases: {} }, undefined, HARMLESS_GAP),
    lists,
    parts,
  );
  const isDenied = createNegationFinder(lists, parts.tokeniser);

  return (words, raw = false) => {
    const harmless = [...findHarmless(words), ...findContexts(words).map(toNeighbourhood)];
    const told = findCrisis(words);
    const denied = told.filter((frame) => isDenied(frame, words));
    const explained = [...harmless, ...denied];
    const found = told.filter((frame) => !denied.includes(frame) && !isWithin(frame, harmless));
    const rest = words.filter((_, i) => !explained.some(({ start, end }) => start <= i && i < end));
    if (raw)
      return {
        frames: found.length,
        likelihood: Math.max(...likeliest(classifier, words)),
        context: explained.length > 0,
      } as never;
    return decide(found, likeliest(classifier, rest));
  };
}

function toNeighbourhood({ start, end }: Span): Span {
  return { start: start - CONTEXT_REACH, end: end + CONTEXT_REACH };
}

function decide(
  found: readonly FoundFrame<CrisisSubject>[],
  likelihoods: readonly number[],
): Crisis | undefined {
  const told = new Set(found.flatMap(({ value }) => value.kinds));
  const heard = mostUrgentFirst.filter((_, k) => (likelihoods[k] ?? 0) >= CRISIS_FROM);
  // What frames tell is surer: the classifier only speaks where they are silent.
  const kinds = mostUrgentFirst.filter((kind) =>
    told.size > 0 ? told.has(kind) : heard.includes(kind),
  );
  const [kind] = kinds;
  if (!kind) return undefined;
  return {
    kind,
    kinds,
    subjects: [...new Set(found.map(({ value }) => value.name))],
    because: {
      frames: [...new Set(found.map(({ text }) => text))],
      likelihood: Math.max(...likelihoods),
    },
  };
}

function likeliest(classifier: CrisisClassifier, words: readonly string[]): number[] {
  const most = mostUrgentFirst.map(() => 0);
  if (words.length === 0) return most;
  for (let start = 0; ; start += WINDOW.step) {
    const end = start + WINDOW.words;
    const scores = classify(classifier, words.slice(start, end));
    for (const [k, score] of scores.entries()) most[k] = Math.max(most[k] ?? 0, score);
    if (end >= words.length) return most;
  }
}

function toSources<T>(
  lists: Pick<CrisisSubject, 'frames' | 'phrases'>,
  value: T,
  gap: number,
): FrameSource<T>[] {
  return crisisLanguages.flatMap((language) => [
    ...(lists.frames[language] ?? []).map((text) => ({ language, text, value, gap })),
    ...(lists.phrases[language] ?? []).map((text) => ({
      ...{ language, text, value },
      gap: 'phrase' as const,
    })),
  ]);
}
