import { describe, expect, test } from 'vitest';
import {
  atShare,
  findUsualAnswers,
  workingDaysUntil,
} from '../../../../src/referral/follow-up/answer-times.ts';
import type { AnswerTimes } from '../../../../src/referral/store/store-port.ts';

const DAY_MS = 24 * 3_600_000;
// Monday 9 November 2026, and a month later.
const MONDAY = Date.UTC(2026, 10, 9, 10);
const NOW = MONDAY + 30 * DAY_MS;

/** Accepted on that Monday; days after which it went on, of which Saturday is the fifth. */
function times(
  after: { confirmed?: number; spoken?: number } = {},
  acceptedAt = MONDAY,
): AnswerTimes {
  const at = (days: number | undefined) => (days === undefined ? null : acceptedAt + days * DAY_MS);
  return {
    team: 'north',
    acceptedAt,
    handedOverAt: acceptedAt + 5000,
    acknowledgedAt: at(after.confirmed),
    spokenAt: at(after.spoken),
  };
}
const many = (count: number, ...about: Parameters<typeof times>) =>
  Array.from({ length: count }, () => times(...about));
const usual = (all: AnswerTimes[], now = NOW) => findUsualAnswers(all, now).get('north');

describe('how soon a team usually answers', () => {
  test('is by when eight in ten were spoken with, in working days', () => {
    const all = [...many(6, { spoken: 1 }), ...many(2, { spoken: 3 }), ...many(2, { spoken: 7 })];

    expect(usual(all)).toEqual({ measure: 'spoken', workingDays: 3 });
  });

  test('is not said of nine, and is of ten', () => {
    expect(usual(many(9, { spoken: 2 }))).toBeUndefined();
    expect(usual(many(10, { spoken: 2 }))).toEqual({ measure: 'spoken', workingDays: 2 });
  });

  test('is not said while more than two in ten have no answer, however quick the others were', () => {
    expect(usual([...many(12, { spoken: 1 }), ...many(3)])).toMatchObject({ workingDays: 1 });
    expect(usual([...many(12, { spoken: 1 }), ...many(4)])).toBeUndefined();
  });

  test('is of confirming, and called so, where too few were spoken with', () => {
    const all = [...many(9, { confirmed: 2, spoken: 4 }), ...many(3, { confirmed: 2 })];

    expect(usual(all)).toEqual({ measure: 'confirmed', workingDays: 2 });
  });

  test('is never less than a day', () => {
    expect(usual(many(10, { spoken: 0 }))?.workingDays).toBe(1);
  });

  test('leaves out what is too new to have had its time, and what is long ago', () => {
    const fresh = NOW - 13 * DAY_MS;
    expect(usual([...many(10, { spoken: 1 }), ...many(9, {}, fresh)])).toBeDefined();
    expect(usual(many(10, { spoken: 1 }, fresh))).toBeUndefined();
    expect(usual(many(10, { spoken: 1 }, NOW - 105 * DAY_MS))).toBeUndefined();
  });

  test('is not said once the newest of it is stale', () => {
    const all = many(10, { spoken: 1 });

    expect(usual(all, MONDAY + 45 * DAY_MS)).toBeDefined();
    expect(usual(all, MONDAY + 46 * DAY_MS)).toBeUndefined();
  });

  test('is each team for itself', () => {
    const all = [...many(10, { spoken: 1 }), { ...times({ spoken: 1 }), team: 'south' }];

    expect([...findUsualAnswers(all, NOW).keys()]).toEqual(['north']);
  });
});

test.each([
  ['the same day', 0, 0],
  ['the next day', 1, 1],
  ['Friday', 4, 4],
  ['Saturday', 5, 4],
  ['the Monday after', 7, 5],
])('from a Monday until %s', (_day, days, expected) => {
  expect(workingDaysUntil(MONDAY, MONDAY + days * DAY_MS)).toBe(expected);
});

test('a share of values is the least that so many do not exceed', () => {
  expect(atShare([5, 1, 4, 2, 3], 0.8)).toBe(4);
  expect(atShare([7], 0.8)).toBe(7);
  expect(atShare([], 0.8)).toBeUndefined();
});
