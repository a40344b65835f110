import { describe, expect, test } from 'vitest';
import { flattenMessages } from '../../src/i18n/check-messages.ts';
import { messages } from '../../src/i18n/messages-en.ts';
import { countWords, longestSentence, schoolGrade } from '../support/language/school-grade.ts';

// Eleven or twelve years old.
const HIGHEST_GRADE = 6;
const LONGEST_SENTENCE = 20;

/** Whatever a resident reads from the first question to the last news, by the part of a page that it is. */
const parts = groupByPart(
  flattenMessages({
    refer: messages.refer,
    steps: messages.steps,
    progress: messages.progress,
    letters: messages.letters,
    crisis: messages.crisis,
  }),
);

test.each([...parts])('the words of %s can be read by a child of eleven', (_part, texts) => {
  // Without the labels, which are short.
  const prose = texts.filter((text) => /[.?!]”?$/.test(text));
  const longest = longestSentence(texts);

  expect(schoolGrade(texts)).toBeLessThanOrEqual(HIGHEST_GRADE);
  if (prose.length > 0) expect(schoolGrade(prose)).toBeLessThanOrEqual(HIGHEST_GRADE);
  expect(countWords(longest), longest).toBeLessThanOrEqual(LONGEST_SENTENCE);
});

test('every part of the form, of the news and of the letter is there', () => {
  for (const part of ['refer:contact', 'refer:stop.under-16', 'progress:problem', 'letters:copy']) {
    expect([...parts.keys()]).toContain(part);
  }
});

describe('the grade of a text', () => {
  test.each([
    ['The cat sat on the mat.', 6, 6, 1],
    ['We read new requests on working days. Wait for our letter.', 14, 11, 2],
  ])(
    'is that of the formula for %j, with syllables counted by hand',
    (text, syllables, words, sentences) => {
      const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

      expect(schoolGrade([text])).toBeCloseTo(grade);
    },
  );

  test('of an officer’s sentence is far above the bar', () => {
    const text =
      'Eligibility for additional discretionary assistance is determined following comprehensive assessment of individual circumstances.';

    expect(schoolGrade([text])).toBeGreaterThan(20);
  });

  test('does not count a name, or what is filled in, against it', () => {
    expect(schoolGrade(['A social prescriber rings you in {{borough}}.'])).toBeCloseTo(
      schoolGrade(['A friend rings you in Bow.']),
    );
  });

  test('takes a text without a full stop as a sentence', () => {
    expect(longestSentence(['Your name', 'Two words. And three more!'])).toBe('And three more!');
  });
});

/** 'refer:contact' for 'refer:contact.phone'; stops and troubles are a page each. */
function groupByPart(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const [key, text] of texts) {
    const [part] = /^\w+:(?:stop|trouble)\.[\w-]+(?=\.)|^\w+:\w+(?=\.)|^\w+/.exec(key) ?? [key];
    parts.set(part, [...(parts.get(part) ?? []), text]);
  }
  return parts;
}
