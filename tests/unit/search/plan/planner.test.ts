/**
 * Covers src/search/plan/plan-topics.ts, src/search/plan/understand-query.ts, src/search/plan/parse-query.ts,
 * src/search/plan/plan-words.ts, src/search/plan/term-expansion.ts, src/search/plan/segment-words.ts,
 * src/search/plan/pinned-listings.ts, src/search/plan/name-matcher.ts, src/search/plan/find-age.ts,
 * src/search/plan/find-by-phone.ts, src/search/plan/find-names.ts, src/search/plan/find-near.ts,
 * src/search/plan/find-preferences.ts, src/search/plan/find-times.ts, src/search/plan/find-unwanted.ts,
 * src/search/topics/topic-detector.ts, src/search/topics/topic-matcher.ts,
 * src/search/topics/topic-phrases.ts, src/search/topics/topic-examples.ts,
 * src/search/topics/topic-classifier.ts, src/search/topics/predict-topics.ts,
 * src/platform/files/english-words.ts, src/search/words/phrase-finder.ts, src/search/words/phrase-table.ts, src/search/words/phrase-tree.ts, src/search/words/spans.ts,
 * src/search/words/word-matcher.ts, src/search/words/unfinished-word.ts; as one, over the real words.
 */
import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../../../src/search/port.ts';
import { searcher } from '../../../../src/wiring.ts';
import { aRequest } from '../../../support/search/a-searcher.ts';

describe('needs in residents’ words', () => {
  test.each([
    ['skint', 'money-debt'],
    ['I can’t pay the rent', 'housing'],
    ['hosuing', 'housing'],
    ['খাবার', 'food'],
    ['ghor bhara', 'housing'],
    ['gaajo', 'food'],
    ['bereav', 'bereavement'],
  ])('%j is %s', async (q, need) => {
    expect((await understand({ q })).needs).toContain(need);
  });

  test('are two at most, and others are offered', async () => {
    const { needs, suggestedNeeds } = await understand({
      q: 'debt advice, yoga and help to stop smoking',
    });
    expect(needs).toHaveLength(2);
    expect(suggestedNeeds.length).toBeGreaterThan(0);
    expect(suggestedNeeds).not.toContain(needs[0]);
  });

  test('are guessed where no phrase is known', async () => {
    expect(
      (await understand({ q: 'the landlord ignores what I say about my walls' })).needs,
    ).toContain('housing');
  });

  test.each([
    ['dental', 'mental-wellbeing'],
    ['rent a car', 'housing'],
    ['foot care', 'food'],
    ['toynbee hall', 'older-people'],
    ['asdfghjkl', 'food'],
  ])('%j is not %s', async (q, need) => {
    expect((await understand({ q })).needs).not.toContain(need);
  });

  test('can be undone, and are then offered', async () => {
    const { needs, suggestedNeeds } = await understand({ q: 'lonely', literal: true });
    expect(needs).toEqual([]);
    expect(suggestedNeeds[0]).toBe('loneliness');
  });
});

describe('a crisis in someone’s words', () => {
  test.each([
    ['i want to kill myself', 'suicide'],
    ['suicidel thoughts', 'suicide'],
    ['আত্মহত্যা', 'suicide'],
    ['my husband is going to kill me', 'danger'],
  ])('%j is %s', async (q, kind) => {
    expect((await understand({ q })).crisis).toBe(kind);
  });

  test.each([
    'suicide bereavement support',
    'killer whale watching',
    'kicked me out',
    'dying for a coffee',
    'food bank',
    '',
  ])('%j is none', async (q) => {
    expect((await understand({ q })).crisis).toBeUndefined();
  });
});

describe('a place in the words', () => {
  test('may be a postcode, which then is not a word to look for', async () => {
    for (const q of ['food bank e1 4aa', 'food bank E14AA', 'e1-4aa food bank']) {
      const { near, needs } = await understand({ q });
      expect(near, q).toMatchObject({ state: 'found', postcode: 'E1 4AA' });
      expect(needs, q).toContain('food');
    }
  });

  test('may be one of our districts', async () => {
    expect((await understand({ q: 'food bank e3' })).near).toMatchObject({
      state: 'found',
      postcode: 'E3',
    });
  });

  test('gives way to the postcode in its own field', async () => {
    const { near } = await understand({ q: 'food e3', near: 'E14 0AA' });
    expect(near).toMatchObject({ postcode: 'E14 0AA' });
  });

  test.each([
    ['M1 1AE', 'outside'],
    ['SE15', 'outside'],
    ['E1 9ZZ', 'not-in-our-data'],
    ['somewhere', 'not-a-postcode'],
  ])('%j is %s', async (near, state) => {
    expect((await understand({ near })).near).toMatchObject({ state });
  });

  test('is not seen in what only looks like one', async () => {
    for (const q of ['u3a', 'vitamin b12', 'section 21', 'covid 19']) {
      expect((await understand({ q })).near, q).toBeUndefined();
    }
  });

  test('without other words asks for what is nearest', async () => {
    const { hits } = await searcher.search(aRequest({ q: 'E1 4AA' }));
    const metres = hits.map((hit) => hit.distanceMetres ?? Number.POSITIVE_INFINITY);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
  });
});

async function understand(parts: Partial<SearchRequest>) {
  return (await searcher.search(aRequest(parts))).understood;
}
