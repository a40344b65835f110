import type { Crisis, CrisisKind } from '../port.ts';
import { isWithin, type Span } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import type { TypedLanguage } from '../words/typed-languages.ts';
import type { CrisisClassifier } from './classifier.ts';
import { type CrisisLists, type CrisisSubject, mostUrgentFirst } from './crisis-lists.ts';
import { createFrameFinder, type FoundFrame, type FrameSource } from './frame-finder.ts';
import { createNegationFinder } from './negation.ts';

/**
 * Recognises words that may mean someone is in danger: by frames of search-index/crisis/, and by a
 * classifier that has learnt from them. Frames give the reason and the subject; the classifier hears
 * what no frame foresaw, and knows when a frame was met by chance.
 */
export type CrisisRecogniser = (words: readonly string[]) => Crisis | undefined;

export interface RecogniserParts {
  lists: CrisisLists;
  /** None: frames alone decide, as in the browser. */
  classifier?: CrisisClassifier | undefined;
  tokeniser: Tokeniser;
  /** Words that are never slips for a word of danger. */
  isRealWord: (word: string) => boolean;
}

/** Words that may stand between two parts of a frame. */
const GAP = { urgent: 2, harmless: 1 };
/** So many words before and after it are explained by a context. */
const CONTEXT_REACH = 12;

/**
 * Likelihoods from which a frame is believed (a phrase always is), and from which the classifier decides without one: where
 * nothing explains the words, and where something harmless does. How they were chosen: docs/decisions/0013.
 */
const THRESHOLDS = { withFrame: 0.36, alone: 0.72, explained: 0.9 };
/** Long texts are read by so many words at a time: a sentence of danger must not drown in the rest. */
const WINDOW = { words: 14, step: 7 };

export function createCrisisRecogniser(parts: RecogniserParts): CrisisRecogniser {
  const { lists, classifier } = parts;
  const findUrgent = createFrameFinder(
    lists.subjects.flatMap((subject) => toSources(subject, subject, GAP.urgent)),
    lists,
    parts,
  );
  const findHarmless = createFrameFinder(
    toSources(lists.harmless, undefined, GAP.harmless),
    lists,
    parts,
  );
  const findContexts = createFrameFinder(
    toSources({ frames: lists.harmless.contexts, phrases: {} }, undefined, GAP.harmless),
    lists,
    parts,
  );
  const isDenied = createNegationFinder(lists, parts.tokeniser);

  return (words) => {
    const isAlmostAll = ({ isPhrase, start, end }: FoundFrame<unknown>) =>
      isPhrase && (end - start) * 2 >= words.length;
    const harmless = [...findHarmless(words), ...findContexts(words).map(toNeighbourhood)];
    const urgent = findUrgent(words);
    const denied = urgent.filter((frame) => isDenied(frame, words));
    const found = urgent.filter((frame) => !denied.includes(frame) && !isWithin(frame, harmless));
    const isExplained = harmless.length + denied.length > 0;
    return decide(found, classifier && classifyWindows(classifier, words), {
      isExplained,
      isPlain: found.some(isAlmostAll),
    });
  };
}

function toNeighbourhood({ start, end }: Span): Span {
  return { start: start - CONTEXT_REACH, end: end + CONTEXT_REACH };
}

type Classification = ReturnType<CrisisClassifier>;

function decide(
  found: readonly FoundFrame<CrisisSubject>[],
  classified: Classification | undefined,
  { isExplained, isPlain }: { isExplained: boolean; isPlain: boolean },
): Crisis | undefined {
  const likelihood = classified?.likelihood;
  const without = isExplained ? THRESHOLDS.explained : THRESHOLDS.alone;
  if (found.length === 0 && (likelihood ?? 0) < without) return undefined;
  if (!isPlain && (likelihood ?? 1) < THRESHOLDS.withFrame) return undefined;
  const possible = new Set<CrisisKind>(found.flatMap(({ value }) => value.kinds));
  if (possible.size === 0 && classified) possible.add(classified.kind);
  const kinds = mostUrgentFirst.filter((kind) => possible.has(kind));
  const [kind] = kinds;
  if (!kind) return undefined;
  return {
    kind,
    kinds,
    subjects: [...new Set(found.map(({ value }) => value.name))],
    because: { frames: [...new Set(found.map(({ text }) => text))], likelihood },
  };
}

function classifyWindows(classifier: CrisisClassifier, words: readonly string[]): Classification {
  let surest: Classification = { likelihood: 0, kind: 'danger' };
  for (let start = 0; start < words.length; start += WINDOW.step) {
    const classified = classifier(words.slice(start, start + WINDOW.words));
    if (classified.likelihood > surest.likelihood) surest = classified;
    if (start + WINDOW.words >= words.length) break;
  }
  return surest;
}

function toSources<T>(
  lists: Pick<CrisisSubject, 'frames' | 'phrases'>,
  value: T,
  gap: number,
): FrameSource<T>[] {
  const toSourcesOf = (texts: CrisisSubject['frames'], gapOfAll: FrameSource<T>['gap']) =>
    Object.entries(texts).flatMap(([language, each = []]) =>
      each.map((text) => ({ language: language as TypedLanguage, text, value, gap: gapOfAll })),
    );
  return [...toSourcesOf(lists.frames, gap), ...toSourcesOf(lists.phrases, 'phrase')];
}
