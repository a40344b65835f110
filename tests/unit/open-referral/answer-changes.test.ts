import { describe, expect, test } from 'vitest';
import { aFeed } from '../../support/open-referral/a-feed.ts';

describe('what has changed', () => {
  const changedOn = (date: string) => ({
    now: 'cost:12345678',
    changes: [{ date, facts: ['cost'] }],
  });
  const checks = [{ date: '2026-11-10', method: 'phone', facts: ['cost'] }];
  const feed = aFeed(
    {
      early: {},
      late: {},
      checked: { trust: { sources: ['a page'], checks } },
      added: {},
      never: {},
    },
    {
      histories: {
        _begun: '2026-11-01',
        early: changedOn('2026-11-01'),
        late: changedOn('2026-11-12'),
        added: { now: 'cost:12345678', since: '2026-11-05' },
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
    expect((await feed.slugs(`modified_after=${day}`)).toSorted()).toEqual(expected);
  });

  test('before anybody noted changes is not known, so nothing is left out', async () => {
    expect(await feed.slugs('modified_after=2026-10-31')).toHaveLength(5);
  });

  test('is counted by the day in London', async () => {
    // 23:30 in Greenwich is half past midnight in summer.
    const summer = aFeed(
      { a: {}, b: {} },
      {
        histories: {
          _begun: '2026-07-01',
          a: changedOn('2026-07-01'),
          b: changedOn('2026-07-02'),
        },
      },
    );

    expect(await summer.slugs('modified_after=2026-07-01T23:30:00Z')).toEqual(['b']);
    expect(await summer.slugs('modified_after=2026-07-02T00:30:00 01:00')).toEqual(['b']);
  });
});
