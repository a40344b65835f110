import { describe, expect, test } from 'vitest';
import {
  countAgedPages,
  toFactFreshness,
  toFreshness,
  toWeakness,
} from '../../../src/directory/freshness.ts';
import type { Check } from '../../../src/directory/listing.ts';

const check = (date: string, method: Check['method'] = 'phone'): Check => ({
  date,
  method,
  facts: ['phone'],
});
const stateOn = (today: string, checked: string) => toFreshness([check(checked)], today).state;

describe('freshness', () => {
  test('a listing without a check was never checked', () => {
    expect(toFreshness([], '2026-11-22')).toEqual({ state: 'never-checked' });
  });

  test('is checked for six months', () => {
    expect(stateOn('2026-09-14', '2026-03-15')).toBe('checked');
    expect(stateOn('2026-09-15', '2026-03-15')).toBe('checked');
    expect(stateOn('2026-09-16', '2026-03-15')).toBe('ageing');
  });

  test('is ageing for six more, then old', () => {
    expect(stateOn('2027-03-14', '2026-03-15')).toBe('ageing');
    expect(stateOn('2027-03-15', '2026-03-15')).toBe('ageing');
    expect(stateOn('2027-03-16', '2026-03-15')).toBe('old');
  });

  test('takes the last day of a month that is too short', () => {
    expect(stateOn('2027-02-27', '2026-08-31')).toBe('checked');
    expect(stateOn('2027-02-28', '2026-08-31')).toBe('checked');
    expect(stateOn('2027-03-01', '2026-08-31')).toBe('ageing');
  });

  test('knows leap years', () => {
    expect(stateOn('2028-02-29', '2027-08-31')).toBe('checked');
    expect(stateOn('2028-03-01', '2027-08-31')).toBe('ageing');
    expect(stateOn('2029-02-28', '2028-02-29')).toBe('ageing');
    expect(stateOn('2029-03-01', '2028-02-29')).toBe('old');
  });

  test('counts over the end of a year', () => {
    expect(stateOn('2027-06-30', '2026-12-31')).toBe('checked');
    expect(stateOn('2027-07-01', '2026-12-31')).toBe('ageing');
  });

  test('goes by the newest check, whatever their order, and tells how it was made', () => {
    const checks = [
      check('2026-01-01', 'email'),
      check('2026-10-01', 'visit'),
      check('2025-01-01'),
    ];
    expect(toFreshness(checks, '2026-11-22')).toEqual({
      state: 'checked',
      date: '2026-10-01',
      method: 'visit',
      facts: ['phone'],
    });
  });

  test('a check today counts, one tomorrow does not', () => {
    expect(stateOn('2026-11-22', '2026-11-22')).toBe('checked');
    expect(stateOn('2026-11-22', '2026-11-23')).toBe('never-checked');
  });
});

describe('freshness of one fact', () => {
  const checks: Check[] = [
    { date: '2026-03-15', method: 'phone', facts: ['phone', 'sessions'] },
    { date: '2026-11-01', method: 'website', facts: ['phone'] },
  ];

  test('goes by the newest check that covers it, under whichever of its fields', () => {
    expect(toFactFreshness(checks, 'phone', '2026-11-22')).toMatchObject({
      state: 'checked',
      date: '2026-11-01',
      method: 'website',
    });
    expect(toFactFreshness(checks, 'hours', '2026-11-22')).toMatchObject({
      state: 'ageing',
      date: '2026-03-15',
      method: 'phone',
    });
    expect(toFactFreshness(checks, 'cost', '2026-11-22')).toEqual({ state: 'never-checked' });
  });

  test.each([
    ['2026-03-14', 'never-checked'],
    ['2026-03-15', 'checked'],
    ['2026-09-14', 'checked'],
    ['2026-09-15', 'checked'],
    ['2026-09-16', 'ageing'],
    ['2027-03-15', 'ageing'],
    ['2027-03-16', 'old'],
  ])('ages by its own check alone: on %s it is %s', (today, state) => {
    expect(toFactFreshness(checks, 'hours', today).state).toBe(state);
  });

  test('a check on 29 February is ageing for the last time on 28 February', () => {
    const leap: Check[] = [{ date: '2028-02-29', method: 'visit', facts: ['address'] }];

    expect(toFactFreshness(leap, 'address', '2028-08-29').state).toBe('checked');
    expect(toFactFreshness(leap, 'address', '2028-08-30').state).toBe('ageing');
    expect(toFactFreshness(leap, 'address', '2029-02-28').state).toBe('ageing');
    expect(toFactFreshness(leap, 'address', '2029-03-01').state).toBe('old');
  });
});

describe('the weakness that ranking goes by', () => {
  const all = { phone: '020 7946 0000', hours: 'Mondays', address: '1 High Street' };
  const on = (facts: string[], listing: object = all) =>
    toWeakness(
      { ...listing, checks: [{ date: '2026-11-01', method: 'phone', facts }] },
      '2026-11-22',
    );

  test('is of phone, times and address, as many as the listing has', () => {
    expect(on(['phone', 'hours', 'address'])).toBe(0);
    expect(on(['phone', 'hours'])).toBe(1);
    expect(on(['phone'])).toBe(2);
    expect(on(['phone'], { phone: all.phone })).toBe(0);
    expect(on(['cost', 'languages'])).toBe(3);
  });

  test('is of the newest check where a listing has none of these', () => {
    expect(on(['website'], {})).toBe(0);
    expect(toWeakness({ checks: [] }, '2026-11-22')).toBe(3);
  });
});

describe('pages that were made on another day', () => {
  const listing = (date: string) => ({ checks: [check(date)] });
  const aged = (today: string, ...dates: string[]) =>
    countAgedPages(dates.map(listing), { madeOn: '2026-09-15', today });

  test('say what no longer holds where a check has aged since', () => {
    expect(aged('2026-09-15', '2026-03-15', '2026-03-16')).toBe(0);
    expect(aged('2026-09-16', '2026-03-15', '2026-03-16')).toBe(1);
    expect(aged('2026-09-17', '2026-03-15', '2026-03-16', '2025-09-15')).toBe(3);
  });

  test('stay true for ever where nobody has checked', () => {
    expect(countAgedPages([{ checks: [] }], { madeOn: '2016-01-01', today: '2026-01-01' })).toBe(0);
  });

  test('age no more by a check that a newer one of the same facts has replaced', () => {
    const replaced = { checks: [check('2026-03-15'), check('2026-09-01')] };

    expect(countAgedPages([replaced], { madeOn: '2026-09-15', today: '2026-09-16' })).toBe(0);
  });
});
