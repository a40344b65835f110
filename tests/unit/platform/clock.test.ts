import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { today } from '../../../src/platform/clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['in winter', '2026-11-22T23:59:59.999Z', '2026-11-22', '2026-11-23T00:00:00.000Z', '2026-11-23'],
  ['in summer', '2026-07-01T22:59:59.999Z', '2026-07-01', '2026-07-01T23:00:00.000Z', '2026-07-02'],
])('a day begins at midnight in London, %s', (_, before, day, after, next) => {
  vi.setSystemTime(before);
  expect(today()).toBe(day);
  vi.setSystemTime(after);
  expect(today()).toBe(next);
});

test('a clock that is put back is followed', () => {
  vi.setSystemTime('2038-01-19T12:00:00Z');
  expect(today()).toBe('2038-01-19');
  vi.setSystemTime('2026-11-22T12:00:00Z');
  expect(today()).toBe('2026-11-22');
});
