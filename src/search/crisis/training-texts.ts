import type { Tokeniser } from '../normalise.ts';
import type { TrainingText } from './classifier.ts';
import { type CrisisLists, inAllLanguages } from './crisis-lists.ts';
import { crisisLanguages } from './fold.ts';
import { textsOfPart } from './frame-finder.ts';

/** Each frame is said in so many ways to the classifier, with other words of its sets each time. */
const WAYS_OF_A_FRAME = 4;

/** What the classifier learns from. `told`: more of what is said on a subject; `harmless`: everyday words, listings. */
export function toTrainingTexts(
  lists: CrisisLists,
  { told: more, harmless }: { told: ReadonlyMap<string, string[]>; harmless: readonly string[] },
  tokeniser: Tokeniser,
): TrainingText[] {
  const toText = (kinds: TrainingText['kinds']) => (text: string) => ({
    words: tokeniser.words(text),
    kinds,
  });
  const told = lists.subjects.flatMap(({ name, kinds, examples, phrases, frames }) =>
    [
      ...inAllLanguages(examples),
      ...inAllLanguages(phrases),
      ...sayFrames(frames, lists),
      ...(more.get(name) ?? []),
    ].map(toText(kinds)),
  );
  const { examples, phrases, frames } = lists.harmless;
  const safe = [
    ...inAllLanguages(examples),
    ...inAllLanguages(phrases),
    ...sayFrames(frames, lists),
    ...harmless,
  ].map(toText([]));
  return [...told, ...safe].filter(({ words }) => words.length > 0);
}

function sayFrames(frames: CrisisLists['harmless']['frames'], lists: CrisisLists): string[] {
  return crisisLanguages.flatMap((language) => {
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
