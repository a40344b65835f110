import { describe, expect, test } from 'vitest';
import type { History } from '../../../src/directory/reading/histories.ts';
import { aFeed } from '../../support/open-referral/a-feed.ts';

const changedOn = (date: string): Partial<History> => ({ changes: [{ date, facts: ['cost'] }] });
const checks = [{ date: '2026-11-10', method: 'phone', facts: ['cost'] }];
const otherWords = { hash: '12345678' };

describe('what has changed', () => {
  const feed = aFeed(
    {
      added: {},
      checked: { trust: { sources: ['a page'], checks } },
      early: {},
      late: {},
      never: {},
    },
    {
      begun: '2026-11-01',
      histories: {
        added: { since: '2026-11-05' },
        early: changedOn('2026-11-01'),
        late: changedOn('2026-11-12'),
      },
    },
  );

  test.each([
    ['2026-11-13', []],
    ['2026-11-12', ['late']],
    ['2026-11-12T23:59:59Z', ['late']],
    ['2026-11-11', ['late']],
    ['2026-11-10', ['checked', 'late']],
    ['2026-11-06', ['checked', 'late']],
    ['2026-11-05', ['added', 'checked', 'late']],
    ['2026-11-01', ['added', 'checked', 'early', 'late']],
  ])('on %s or later is told by histories and checks', async (day, expected) => {
    expect(await feed.slugs(`modified_after=${day}`)).toEqual(expected);
  });

  test('before histories began is not known, so nothing is left out', async () => {
    expect(await feed.slugs('modified_after=2026-10-31')).toHaveLength(5);
  });

  test('is counted by the day in London', async () => {
    const summer = aFeed(
      { a: {}, b: {} },
      {
        begun: '2026-06-30',
        histories: { a: changedOn('2026-07-01'), b: changedOn('2026-07-02') },
      },
    );

    // 23:30 in Greenwich is half past midnight in summer.
    expect(await summer.slugs('modified_after=2026-07-01T23:30:00Z')).toEqual(['b']);
    expect(await summer.slugs('modified_after=2026-07-02T00:30:00 01:00')).toEqual(['b']);
  });

  test('in words alone is found by the day on which it was noted', async () => {
    const changed = aFeed({ a: {}, b: {} }, { begun: '2026-11-01' });
    const words = { ...noted(changed, 'a'), changed: '2026-11-09' };
    const feed = aFeed({ a: {}, b: {} }, { begun: '2026-11-01', histories: { a: { words } } });

    expect(await feed.slugs('modified_after=2026-11-09')).toEqual(['a']);
    expect(feed.service('a').last_modified).toBe('2026-11-09T00:00:00Z');
    expect(await feed.slugs('modified_after=2026-11-10')).toEqual([]);
  });

  test('and nobody has noted is of today: a fact, words, or a listing that is new', async () => {
    const now = new Map([['cost' as const, '12345678']]);
    const feed = aFeed(
      { fact: {}, reworded: {}, same: {} },
      {
        begun: '2026-11-01',
        histories: { fact: { now }, reworded: { words: otherWords } },
      },
    );

    expect(await feed.slugs('modified_after=2026-11-22')).toEqual(['fact', 'reworded']);
  });
});

/** The words of a listing as they were noted. */
function noted(feed: ReturnType<typeof aFeed>, slug: string): NonNullable<History['words']> {
  const words = feed.histories.get(slug)?.words;
  if (!words) throw new Error(`Nothing is noted of ${slug}.`);
  return words;
}
