import { describe, expect, test } from 'vitest';
import { isTimeToGiveUp, usualBackOff } from '../../../../src/referral/delivery/back-off.ts';

const { longestWaitMs, waitAfter } = usualBackOff;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ids = Array.from({ length: 500 }, (_, number) => `letter-${number}`);

describe('waiting for the next try', () => {
  test.for([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 30],
    [5, 60],
    [6, 120],
    [7, 240],
    [8, 240],
    [40, 240],
  ] as const)('after %i tries takes %i minutes, a fifth more or less', ([tries, minutes]) => {
    const waits = ids.map((id) => waitAfter(tries, id) / MINUTE);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(minutes * 0.8);
    expect(Math.max(...waits)).toBeLessThanOrEqual(minutes * 1.2);
    // Spread over the whole span, and evenly: the mean is near its middle.
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(minutes * 0.35);
    expect(Math.abs(waits.reduce((a, b) => a + b) / waits.length / minutes - 1)).toBeLessThan(0.03);
  });

  test('is the same for the same letter', () => {
    expect(waitAfter(3, 'letter-1')).toBe(waitAfter(3, 'letter-1'));
  });

  test('is never longer than 4.8 hours', () => {
    expect(longestWaitMs / HOUR).toBeCloseTo(4.8);
    expect(Math.max(...ids.map((id) => waitAfter(100, id)))).toBeLessThanOrEqual(longestWaitMs);
  });

  test('makes more than 25 tries in 5 days', () => {
    for (const id of ids) {
      let at = 0;
      let tries = 1;
      while (at < 120 * HOUR) {
        at += waitAfter(tries, id);
        tries += 1;
      }
      expect(tries).toBeGreaterThan(30);
    }
  });
});

describe('giving up', () => {
  const day = 24 * HOUR;
  test.for([
    [5 * day - 1, 36, false],
    [5 * day, 36, true],
    [5 * day, 24, false],
    [5 * day, 25, true],
    [4383 * day, 3, false],
  ] as const)('after %i ms and %i tries: %s', ([age, tries, expected]) => {
    expect(isTimeToGiveUp({ tries, createdAt: 1_000, now: 1_000 + age })).toBe(expected);
  });
});
