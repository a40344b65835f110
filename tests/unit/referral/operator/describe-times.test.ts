import { describe, expect, test } from 'vitest';
import { describeTimes } from '../../../../src/referral/operator/describe-times.ts';
import type { AnswerTimes } from '../../../../src/referral/store/store-port.ts';

const DAY_MS = 24 * 3_600_000;
// Monday 9 November 2026.
const MONDAY = Date.UTC(2026, 10, 9, 10);

/** So many, accepted on that Monday; days after which they went on. */
function many(count: number, after: { confirmed?: number; spoken?: number } = {}): AnswerTimes[] {
  const at = (days: number | undefined) => (days === undefined ? null : MONDAY + days * DAY_MS);
  return Array.from({ length: count }, () => ({
    team: 'north',
    acceptedAt: MONDAY,
    handedOverAt: MONDAY + 5000,
    acknowledgedAt: at(after.confirmed),
    spokenAt: at(after.spoken),
  }));
}

describe('an operator reads', () => {
  test('of each team how many got how far, and how long half and nine in ten of them took', () => {
    const all = [...many(5, { confirmed: 0, spoken: 1 }), ...many(5, { confirmed: 3 })];

    expect(describeTimes(all)).toEqual([
      'north: 10 accepted',
      '  handed over: 10; half within an hour, nine in ten within an hour',
      '  confirmed: 10; half within the same day, nine in ten within 3 working days',
      '  spoken with: 5; half within 1 working day, nine in ten within 1 working day',
    ]);
  });

  test('no time of fewer than five, and not how many they were', () => {
    expect(describeTimes(many(4, { confirmed: 1 }))).toEqual(['north: fewer than 5 accepted']);
    const all = [...many(4, { confirmed: 1 }), ...many(2)];
    expect(describeTimes(all).slice(2)).toEqual([
      '  confirmed: fewer than 5',
      '  spoken with: none',
    ]);
  });
});
