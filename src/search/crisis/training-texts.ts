import type { Tokeniser } from '../words/tokeniser.ts';
import { typedLanguages } from '../words/typed-languages.ts';
import type { TrainingText } from './classifier.ts';
import { type CrisisLists, type CrisisSubject, inAllLanguages } from './crisis-lists.ts';
import { textsOfPart } from './frame-finder.ts';

/** Each frame is said in so many ways to the classifier, with other words of its sets each time. */
const WAYS_OF_A_FRAME = 4;

const SENTENCE_WEIGHT = 4;

/** What the classifier learns from. `bySubject`: more of what is said on a subject; `harmless`: everyday words, listings. */
export function toTrainingTexts(
  lists: CrisisLists,
  {
    bySubject,
    harmless,
  }: { bySubject: ReadonlyMap<string, string[]>; harmless: readonly string[] },
  tokeniser: Tokeniser,
): TrainingText[] {
  const toTexts = (texts: readonly string[], kinds: TrainingText['kinds'], weight: number) =>
    texts.map((text) => ({ words: tokeniser.words(text), kinds, weight }));
  const sentences = (part: CrisisLists['harmless'] | CrisisSubject) => [
    ...inAllLanguages(part.examples),
    ...inAllLanguages(part.phrases),
  ];
  const urgent = lists.subjects.flatMap((subject) => [
    ...toTexts(sentences(subject), subject.kinds, SENTENCE_WEIGHT),
    ...toTexts(sayFrames(subject.frames, lists), subject.kinds, 1),
    ...toTexts(bySubject.get(subject.name) ?? [], subject.kinds, 1),
  ]);
  const safe = [
    ...toTexts(sentences(lists.harmless), [], SENTENCE_WEIGHT),
    ...toTexts(sayFrames(lists.harmless.frames, lists), [], 1),
    ...toTexts(harmless, [], 1),
  ];
  return [...urgent, ...safe].filter(({ words }) => words.length > 0);
}

function sayFrames(frames: CrisisLists['harmless']['frames'], lists: CrisisLists): string[] {
  return typedLanguages.flatMap((language) => {
    const [ending = ''] = lists.words.endings[language].split(',');
    return (frames[language] ?? []).flatMap((frame, f) => {
      const parts = frame
        .split(/\s+/)
        .filter((part) => part !== '...')
        .map((part) => textsOfPart(part, language, lists));
      return Array.from({ length: WAYS_OF_A_FRAME }, (_, way) =>
        parts
          // Strides that share no factor, so that the words of two sets meet in other pairs each time.
          .map((texts, p) => texts[(f + way * (2 * p + 3)) % texts.length] ?? '')
          .join(' ')
          .replaceAll('~', ending),
      );
    });
  });
}
