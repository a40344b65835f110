import { describe, expect, test } from 'vitest';
import { toFreshness } from '../../../src/directory/freshness.ts';
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
