/** Covers src/components/whats-on/opening-words.ts, src/components/whats-on/day-words.ts. */
import { expect, test } from 'vitest';
import { dayWords } from '../../../../src/components/whats-on/day-words.ts';
import { openingWords } from '../../../../src/components/whats-on/opening-words.ts';

const now = { date: '2026-12-01', time: '21:00' };
const session = { days: ['tue' as const], opens: '09:00', closes: '17:00' };
const words = (until: { date: string; time: string } | undefined) =>
  openingWords({ session, until }, now, 'en');

test('what is open says until when, with the day where that is not soon', () => {
  expect(words({ date: '2026-12-01', time: '23:00' })).toBe('Open until 11pm');
  expect(words({ date: '2026-12-01', time: '23:59' })).toBe('Open until midnight');
  expect(words({ date: '2026-12-02', time: '02:00' })).toBe('Open until 2am');
  expect(words({ date: '2026-12-03', time: '17:00' })).toBe('Open until 5pm on Thursday');
  expect(words(undefined)).toBe('Open day and night');
});

test('a date says that it is today or tomorrow', () => {
  expect(dayWords('2026-12-01', now.date, 'en')).toBe('Today, Tuesday 1 December 2026');
  expect(dayWords('2026-12-02', now.date, 'en')).toBe('Tomorrow, Wednesday 2 December 2026');
  expect(dayWords('2026-12-04', now.date, 'en')).toBe('Friday 4 December 2026');
});
