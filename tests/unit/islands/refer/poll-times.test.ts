import { expect, test } from 'vitest';
import { nextPollMs } from '../../../../src/islands/refer/poll-times.ts';

test('a page that waits is asked for soon, then more seldom, and after ten minutes no more', () => {
  const waits: number[] = [];
  let waitedMs = 0;
  for (let wait = nextPollMs(0); wait !== undefined; wait = nextPollMs(waitedMs)) {
    waits.push(wait);
    waitedMs += wait;
  }

  expect(waits[0]).toBe(2000);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.length).toBeLessThan(40);
  expect(waitedMs).toBeLessThanOrEqual(10.5 * 60_000);
});
