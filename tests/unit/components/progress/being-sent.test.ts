import { describe, expect, test } from 'vitest';
import {
  isBeingSent,
  refreshAfterSeconds,
} from '../../../../src/components/progress/being-sent.ts';
import { progressStates } from '../../../../src/referral/referrals.ts';

const acceptedAt = new Date(0);
const later = (seconds: number) => new Date(seconds * 1000);

describe('a request that was just accepted', () => {
  test('is being sent, for some minutes', () => {
    expect(isBeingSent({ state: 'saved', acceptedAt }, later(0))).toBe(true);
    expect(isBeingSent({ state: 'saved', acceptedAt }, later(299))).toBe(true);
    expect(isBeingSent({ state: 'saved', acceptedAt }, later(300))).toBe(false);
  });

  test.each(progressStates.filter((state) => state !== 'saved'))(
    'and is %s is not said to be on its way, and its page stays as it is',
    (state) => {
      expect(isBeingSent({ state, acceptedAt }, later(1))).toBe(false);
      expect(refreshAfterSeconds({ state, acceptedAt }, later(1))).toBeUndefined();
    },
  );
});

test('a page without script is asked for again few times, ever more seldom, and then not', () => {
  const waits: number[] = [];
  let age = 1;
  for (;;) {
    const wait = refreshAfterSeconds({ state: 'saved', acceptedAt }, later(age));
    if (wait === undefined) break;
    waits.push(wait);
    age += wait;
  }

  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.length).toBeLessThanOrEqual(10);
  expect(age).toBeLessThan(400);
});
