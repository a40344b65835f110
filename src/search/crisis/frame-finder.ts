import type { Span } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import type { TypedLanguage } from '../words/typed-languages.ts';
import type { CrisisLists } from './crisis-lists.ts';
import { createVocabulary } from './vocabulary.ts';

/**
 * Finds frames among words: parts in their order with few words between, each part a word or a set of
 * words ("I WANT DIE"). Phrases are frames of one part that stands as written.
 */
export interface FoundFrame<T> {
  start: number;
  end: number;
  /** Where each part stands. */
  parts: Span[];
  language: TypedLanguage;
  /** As it is written in the list. */
  text: string;
  isPhrase: boolean;
  value: T;
}

export interface FrameSource<T> {
  language: TypedLanguage;
  text: string;
  value: T;
  /** Words that may stand between two parts. Phrases: none are parts, all words stand as written. */
  gap: number | 'phrase';
}

export type FrameFinder<T> = (words: readonly string[]) => FoundFrame<T>[];

/** What `...` allows between two parts. */
const WIDE_GAP = 8;

interface Frame<T> extends FrameSource<T> {
  parts: { set: number; gap: number }[];
}

export function createFrameFinder<T>(
  sources: readonly FrameSource<T>[],
  lists: CrisisLists,
  parts: { tokeniser: Tokeniser; isRealWord: (word: string) => boolean },
): FrameFinder<T> {
  // Of the sources, not of the site: a browser is not sent the list of languages.
  const languages = new Set(sources.map(({ language }) => language));
  const finders = [...languages].map((language) =>
    createLanguageFinder(
      language,
      sources.filter((source) => source.language === language),
      lists,
      parts,
    ),
  );
  return (words) => finders.flatMap((find) => find(words));
}

function createLanguageFinder<T>(
  language: TypedLanguage,
  sources: readonly FrameSource<T>[],
  lists: CrisisLists,
  parts: { tokeniser: Tokeniser; isRealWord: (word: string) => boolean },
): FrameFinder<T> {
  const { tokeniser } = parts;
  const vocabulary = createVocabulary(language, lists, parts);
  const sets = new Map<string, number>();
  const entries = new Map<number, { set: number; rest: number[] }[]>();

  function addSet(name: string, texts: readonly string[]): number {
    const existing = sets.get(name);
    if (existing !== undefined) return existing;
    const set = sets.size;
    sets.set(name, set);
    for (const text of texts) {
      const [first, ...rest] = toListWords(text, tokeniser).map((word) => vocabulary.add(word));
      if (first === undefined) continue;
      const others = entries.get(first);
      if (others) others.push({ set, rest });
      else entries.set(first, [{ set, rest }]);
    }
    return set;
  }

  const byFirst = new Map<number, Frame<T>[]>();
  for (const source of sources) {
    const frame: Frame<T> = { ...source, parts: [] };
    let gap = 0;
    for (const part of source.gap === 'phrase' ? [source.text] : source.text.split(/\s+/)) {
      if (part === '...') {
        gap = WIDE_GAP;
        continue;
      }
      const texts = source.gap === 'phrase' ? [part] : textsOfPart(part, language, lists);
      frame.parts.push({ set: addSet(part, texts), gap });
      gap = source.gap === 'phrase' ? 0 : source.gap;
    }
    const first = frame.parts[0];
    if (first) byFirst.set(first.set, [...(byFirst.get(first.set) ?? []), frame]);
  }

  return (words) => {
    const spans = findSets(
      words.map((word) => vocabulary.find(word)),
      entries,
    );
    const found: FoundFrame<T>[] = [];
    for (const [set, starts] of spans) {
      for (const frame of byFirst.get(set) ?? []) {
        for (const span of starts) {
          const rest = findRest(frame.parts, 1, span.end, spans);
          if (!rest) continue;
          const { text, value } = frame;
          const isPhrase = frame.gap === 'phrase';
          const end = rest[rest.length - 1]?.end ?? span.end;
          found.push({
            start: span.start,
            end,
            parts: [span, ...rest],
            language,
            text,
            isPhrase,
            value,
          });
        }
      }
    }
    return found;
  };
}

/** A part in capitals names a set; otherwise words parted by `|`, each of which may hold `_` for a space. */
export function textsOfPart(part: string, language: TypedLanguage, lists: CrisisLists): string[] {
  return part.split('|').flatMap((option) => {
    if (!/^[A-Z][A-Z0-9-]*$/.test(option)) return [option.replaceAll('_', ' ')];
    const set = lists.words.sets[option];
    if (!set) throw new Error(`search-index/crisis/words.yaml has no set ${option}.`);
    return (set[language] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean)
      .flatMap((entry) =>
        /^[A-Z][A-Z0-9-]*$/.test(entry) ? textsOfPart(entry, language, lists) : [entry],
      );
  });
}

function toListWords(text: string, tokeniser: Tokeniser): string[] {
  return text.split(/\s+/).flatMap((word) => {
    const words = tokeniser.words(word);
    return word.endsWith('~')
      ? words.map((one, i) => (i === words.length - 1 ? `${one}~` : one))
      : words;
  });
}

function findSets(
  typed: readonly (readonly number[])[],
  entries: ReadonlyMap<number, { set: number; rest: number[] }[]>,
): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const [start, numbers] of typed.entries()) {
    for (const number of numbers) {
      for (const { set, rest } of entries.get(number) ?? []) {
        if (!rest.every((word, i) => typed[start + 1 + i]?.includes(word))) continue;
        const span = { start, end: start + 1 + rest.length };
        const others = spans.get(set);
        if (others) others.push(span);
        else spans.set(set, [span]);
      }
    }
  }
  return spans;
}

/** Where the parts from `at` stand if they follow the word `from`; undefined: they do not. */
function findRest(
  parts: readonly { set: number; gap: number }[],
  at: number,
  from: number,
  spans: ReadonlyMap<number, Span[]>,
): Span[] | undefined {
  const part = parts[at];
  if (!part) return [];
  for (const span of spans.get(part.set) ?? []) {
    if (span.start < from || span.start > from + part.gap) continue;
    const rest = findRest(parts, at + 1, span.end, spans);
    if (rest) return [span, ...rest];
  }
  return undefined;
}
