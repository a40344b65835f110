import { expect, test } from 'vitest';
import { dayAndTime } from '../../../../src/components/listing/moment-words.ts';

test('a moment is told by London’s clocks, in summer and in winter', () => {
  expect(dayAndTime(new Date('2026-11-22T14:05:00Z'), 'en')).toEqual({
    day: 'Sunday 22 November 2026',
    time: '2:05pm',
  });
  expect(dayAndTime(new Date('2026-07-22T23:45:00Z'), 'en')).toEqual({
    day: 'Thursday 23 July 2026',
    time: '12:45am',
  });
});

test('the hour that is repeated when summer time ends has its name twice', () => {
  const hour = (at: string) => dayAndTime(new Date(at), 'en').time;

  expect([hour('2026-10-25T00:30:00Z'), hour('2026-10-25T01:30:00Z')]).toEqual([
    '1:30am',
    '1:30am',
  ]);
});

test('names of days and months are the reader’s', () => {
  const moment = new Date('2026-11-22T14:05:00Z');

  expect(dayAndTime(moment, 'bn').day).toMatch(/রবিবার.*22.*নভেম্বর.*2026/);
  expect(dayAndTime(moment, 'so').day).toMatch(/Axad.*Noofeembar.*2026/);
});
