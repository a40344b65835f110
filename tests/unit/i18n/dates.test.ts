import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatDayOf,
  formatMoment,
  formatMonth,
  formatSession,
  formatTime,
  formatWeekday,
  formatYear,
  type Weekday,
} from '../../../src/i18n/dates.ts';
import { locales } from '../../../src/i18n/locale.ts';

describe('a moment', () => {
  test.each([
    ['en', 'Monday 30 November 2026, 5:55am'],
    ['bn', 'সোমবার ৩০ নভেম্বর ২০২৬, ভোর ৫:৫৫'],
    ['so', 'Isniin 30 Noofeembar 2026, 5:55 subaxnimo'],
  ] as const)('is told in %s by weekday, day, month, year and time', (locale, expected) => {
    expect(formatMoment(new Date('2026-11-30T05:55:00Z'), locale)).toBe(expected);
  });

  test.each([
    ['en', 'Thursday 23 July 2026, 12:45am'],
    ['bn', 'বৃহস্পতিবার ২৩ জুলাই ২০২৬, রাত ১২:৪৫'],
    ['so', 'Khamiis 23 Luulyo 2026, 12:45 habeennimo'],
  ] as const)('of a summer night belongs in %s to the day it is in London', (locale, expected) => {
    expect(formatMoment(new Date('2026-07-22T23:45:00Z'), locale)).toBe(expected);
  });

  test.each([
    ['2026-12-31T23:59:00Z', 'Thursday 31 December 2026, 11:59pm'],
    ['2027-01-01T00:00:00Z', 'Friday 1 January 2027, midnight'],
    ['2027-01-01T00:01:00Z', 'Friday 1 January 2027, 12:01am'],
    ['2027-01-01T12:00:59Z', 'Friday 1 January 2027, midday'],
  ])('at the turn of year or day, %s, is %s', (moment, expected) => {
    expect(formatMoment(new Date(moment), 'en')).toBe(expected);
  });

  test('passes over the hour that summer time leaves out', () => {
    expect(formatMoment(new Date('2026-03-29T00:59:00Z'), 'en')).toMatch(/29 March 2026, 12:59am$/);
    expect(formatMoment(new Date('2026-03-29T01:00:00Z'), 'en')).toMatch(/29 March 2026, 2am$/);
  });

  test('names the hour that is repeated when summer time ends twice', () => {
    const times = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((moment) =>
      formatMoment(new Date(moment), 'en'),
    );

    expect(times).toEqual(Array(2).fill('Sunday 25 October 2026, 1:30am'));
  });
});

describe('a time of day', () => {
  test.each([
    ['00:00', 'midnight', 'রাত ১২টা', '12 habeennimo'],
    ['00:01', '12:01am', 'রাত ১২:০১', '12:01 habeennimo'],
    ['03:59', '3:59am', 'রাত ৩:৫৯', '3:59 habeennimo'],
    ['04:00', '4am', 'ভোর ৪টা', '4 subaxnimo'],
    ['06:00', '6am', 'সকাল ৬টা', '6 subaxnimo'],
    ['09:05', '9:05am', 'সকাল ৯:০৫', '9:05 subaxnimo'],
    ['11:59', '11:59am', 'সকাল ১১:৫৯', '11:59 subaxnimo'],
    ['12:00', 'midday', 'দুপুর ১২টা', '12 duhurnimo'],
    ['12:01', '12:01pm', 'দুপুর ১২:০১', '12:01 galabnimo'],
    ['16:00', '4pm', 'বিকাল ৪টা', '4 galabnimo'],
    ['18:00', '6pm', 'সন্ধ্যা ৬টা', '6 fiidnimo'],
    ['19:59', '7:59pm', 'সন্ধ্যা ৭:৫৯', '7:59 fiidnimo'],
    ['20:00', '8pm', 'রাত ৮টা', '8 habeennimo'],
    ['23:59', '11:59pm', 'রাত ১১:৫৯', '11:59 habeennimo'],
  ])('%s is %s, %s, %s', (time, en, bn, so) => {
    expect([formatTime(time, 'en'), formatTime(time, 'bn'), formatTime(time, 'so')]).toEqual([
      en,
      bn,
      so,
    ]);
  });
});

describe('a day', () => {
  test.each([
    ['2026-01-01', '1 January 2026', '১ জানুয়ারি ২০২৬', '1 Jannaayo 2026'],
    ['2028-02-29', '29 February 2028', '২৯ ফেব্রুয়ারি ২০২৮', '29 Febraayo 2028'],
    ['1980-03-27', '27 March 1980', '২৭ মার্চ ১৯৮০', '27 Maarso 1980'],
    ['2026-12-31', '31 December 2026', '৩১ ডিসেম্বর ২০২৬', '31 Diseembar 2026'],
  ])('%s is %s, %s, %s', (date, en, bn, so) => {
    expect([formatDay(date, 'en'), formatDay(date, 'bn'), formatDay(date, 'so')]).toEqual([
      en,
      bn,
      so,
    ]);
  });

  test('of a moment has its weekday', () => {
    expect(formatDayOf(new Date('2026-11-22T14:05:00Z'), 'en')).toBe('Sunday 22 November 2026');
    expect(formatDayOf(new Date('2026-11-22T14:05:00Z'), 'bn')).toBe('রবিবার ২২ নভেম্বর ২০২৬');
    expect(formatDayOf(new Date('2026-11-22T14:05:00Z'), 'so')).toBe('Axad 22 Noofeembar 2026');
  });
});

test.each([
  ['en', 'March 2026', '2026'],
  ['bn', 'মার্চ ২০২৬', '২০২৬'],
  ['so', 'Maarso 2026', '2026'],
] as const)('a month and a year are told in %s', (locale, month, year) => {
  expect([formatMonth('2026-03-31', locale), formatYear(2026, locale)]).toEqual([month, year]);
});

test.each([
  ['en', 'Monday, Friday: 9am to midday'],
  ['bn', 'সোমবার, শুক্রবার: সকাল ৯টা থেকে দুপুর ১২টা'],
  ['so', 'Isniin, Jimco: 9 subaxnimo ilaa 12 duhurnimo'],
] as const)('opening times of a week are told in %s', (locale, expected) => {
  const session = { days: ['mon', 'fri'] as const, opens: '09:00', closes: '12:00' };

  expect(formatSession(session, locale)).toBe(expected);
});

// Unicode's names, as Node has them whole; a browser may have none for Somali.
test.each(locales)('months and weekdays of %s are those of Unicode', (locale) => {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15)));
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 10, 30 + day)));
  const named = (options: Intl.DateTimeFormatOptions, days: Date[]) =>
    days.map((day) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day));
  const days: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

  const ours = months.map((day) => formatMonth(day.toISOString().slice(0, 10), locale));
  expect(ours.map((words) => words.split(' ')[0])).toEqual(named({ month: 'long' }, months));
  expect(days.map((day) => formatWeekday(day, locale))).toEqual(named({ weekday: 'long' }, week));
});
