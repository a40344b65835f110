import { describe, expect, test } from 'vitest';
import { chooseDays, daysToCome } from '../../../scripts/dates/days.ts';

const on = (now: string) =>
  Object.fromEntries(
    daysToCome(Date.parse(now)).map(({ name, at }) => [name, new Date(at).toISOString()]),
  );

describe('the days on which tests are run', () => {
  test('are counted from the one it is', () => {
    expect(on('2026-11-22T10:00:00Z')).toEqual({
      tomorrow: '2026-11-23T10:00:00.000Z',
      '+7': '2026-11-29T10:00:00.000Z',
      '+45': '2027-01-06T10:00:00.000Z',
      '29-february': '2028-02-29T12:00:00.000Z',
      '31-december': '2027-01-01T00:00:00.000Z',
      'clocks-forward': '2027-03-28T01:00:00.000Z',
      'clocks-back': '2027-10-31T01:00:00.000Z',
      '+400': '2027-12-27T10:00:00.000Z',
    });
  });

  test('are the next ones once this year’s have passed, over a century without a leap day too', () => {
    expect(on('2027-03-28T01:00:00Z')['clocks-forward']).toBe('2028-03-26T01:00:00.000Z');
    expect(on('2027-12-01T00:00:00Z')['clocks-back']).toBe('2028-10-29T01:00:00.000Z');
    expect(on('2096-03-01T00:00:00Z')['29-february']).toBe('2104-02-29T12:00:00.000Z');
  });

  test('can be named, and counted as one likes', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    const [one, other] = chooseDays(['+12', 'clocks-back'], now);

    expect(one).toEqual({ name: '+12', at: Date.parse('2026-12-04T10:00:00Z'), isTurn: false });
    expect(other).toMatchObject({ name: 'clocks-back', isTurn: true });
    expect(() => chooseDays(['someday'], now)).toThrow(/no day "someday".*29-february/);
  });
});
