/**
 * Covers src/search/crisis/crisis-explainer.ts, src/search/crisis/crisis-model.ts,
 * src/search/crisis/classifier.ts, src/search/crisis/text-features.ts, src/search/crisis/training-texts.ts,
 * src/search/crisis/frame-finder.ts, src/search/crisis/vocabulary.ts, src/search/crisis/negation.ts,
 * src/search/crisis/fold.ts, src/search/crisis/real-words.ts, src/search/crisis/crisis-lists.ts,
 * src/search/words/typed-languages.ts.
 */
import { describe, expect, test } from 'vitest';
import { explainCrisis } from '../../../support/search/crisis.ts';

const kindOf = (text: string) => explainCrisis(text)?.kind;

describe('urgent words', () => {
  test.each([
    ['I do not want to live', 'suicide'],
    ['my son says he wants to die', 'suicide'],
    ['wanna kms', 'suicide'],
    ['আমি আর বাঁচতে চাই না', 'suicide'],
    ['ami ar bachte chai na', 'suicide'],
    ['waan is dili rabaa', 'suicide'],
    ['her husband hits her', 'danger'],
    ['জামাই আমারে মারে', 'danger'],
    ['jamai amare mare', 'danger'],
    ['ninkaygu wuu i garaacaa', 'danger'],
    ['my parents are forcing me to marry', 'danger'],
    ['I cannot breathe', 'emergency'],
    ['শ্বাস নিতে পারছি না', 'emergency'],
    ['bukot bedna', 'emergency'],
    ['ma neefsan karo', 'emergency'],
    ['he strangled me', 'emergency'],
  ])('%j are of %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test.each([
    'no one hits me, I only need a form',
    'I am not suicidal, I need sleep',
    'keu amare mare na, khali ghor lagbo',
    'suicide awareness training for teachers',
    'my brother died by suicide, grief group',
    'volunteer at a refuge',
    'a heart attack ten years ago, now fine, exercise class',
    'bored to death',
    'killer heels',
    'food bank',
    'সেলাই শেখা',
    'fasal ingiriisi',
    '',
  ])('are none in %j', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });

  test('tell which frame or phrase was met, and what it is about', () => {
    const crisis = explainCrisis('my uncle is forcing me to marry');
    expect(crisis?.subjects).toContain('forced-marriage-or-fgm');
    expect(crisis?.because.frames.length).toBeGreaterThan(0);
    expect(crisis?.because.likelihood).toBeGreaterThan(0.5);
  });

  test('of two kinds keep both, the more urgent first', () => {
    expect(explainCrisis('my partner strangled me')?.kinds).toEqual(['emergency', 'danger']);
  });

  test('are found anywhere in a long text', () => {
    const filler =
      'we would like an english class and somewhere warm to meet other families. '.repeat(7);
    expect(kindOf(filler)).toBeUndefined();
    expect(kindOf(`${filler} I want to kill myself. ${filler}`)).toBe('suicide');
  });
});
