import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../src/directory/listing.ts';
import {
  dayOf,
  days,
  findOpening,
  findTail,
  isTail,
  sessionsOn,
} from '../../../../src/directory/timetable/session-times.ts';
import { toLondon } from '../../../../src/i18n/london.ts';

const session = (on: Session['days'], opens: string, closes: string): Session => ({
  days: on,
  opens,
  closes,
});
const at = (date: string, time: string) => ({ date, time });

// 2026-12-01 is a Tuesday.
describe('sessions of a week', () => {
  test('are those of the date’s weekday, the earliest first', () => {
    const late = session(['tue', 'thu'], '18:00', '19:00');
    const early = session(['tue'], '09:00', '10:00');

    expect(sessionsOn([late, early], '2026-12-01')).toEqual([early, late]);
    expect(sessionsOn([late, early], '2026-12-03')).toEqual([late]);
    expect(sessionsOn([late, early], '2026-12-06')).toEqual([]);
    expect(dayOf('2026-12-06')).toBe('sun');
  });

  test('are on from the minute they open, and not in the minute they close', () => {
    const morning = session(['tue'], '09:00', '12:00');
    const isOn = (time: string) => findOpening([morning], at('2026-12-01', time)) !== undefined;

    expect(['08:59', '09:00', '11:59', '12:00'].map(isOn)).toEqual([false, true, true, false]);
    expect(findOpening([morning], at('2026-12-02', '10:00'))).toBeUndefined();
  });

  test('say when they end: the last of those that are on', () => {
    const both = [session(['tue'], '09:00', '10:00'), session(['tue'], '09:00', '13:00')];

    expect(findOpening(both, at('2026-12-01', '09:30'))?.until).toEqual(at('2026-12-01', '13:00'));
  });

  test('go on past midnight where the next day begins with one', () => {
    const night = [session(['fri'], '23:30', '23:59'), session(['sat'], '00:00', '02:00')];

    expect(findOpening(night, at('2026-12-04', '23:59'))?.until).toEqual(at('2026-12-05', '02:00'));
    expect(findOpening(night, at('2026-12-05', '00:00'))?.until).toEqual(at('2026-12-05', '02:00'));
    expect(findOpening(night, at('2026-12-05', '02:00'))).toBeUndefined();
    expect(night.map((each) => findTail(each, night, '2026-12-04'))).toEqual([night[1], undefined]);
    expect(isTail(night[1] as Session, night, '2026-12-05')).toBe(true);
  });

  test('end at midnight where the next day begins with none', () => {
    const evenings = [session([...days], '17:00', '23:59')];

    expect(findOpening(evenings, at('2026-12-01', '23:59'))?.until).toEqual(
      at('2026-12-01', '23:59'),
    );
  });

  test('never end where every day is whole', () => {
    const always = [session([...days], '00:00', '23:59')];

    expect(findOpening(always, at('2026-12-01', '03:00'))).toEqual({
      session: always[0],
      until: undefined,
    });
    expect(isTail(always[0] as Session, always, '2026-12-01')).toBe(false);
  });

  // The clocks go forward on 29 March 2026 and back on 25 October 2026, both Sundays at 1am UTC.
  test.for([
    ['2026-03-28T09:30:00Z', '09:30', 'the Saturday before summer time'],
    ['2026-03-29T08:30:00Z', '09:30', 'the first day of summer time'],
    ['2026-10-24T08:30:00Z', '09:30', 'the last Saturday of summer time'],
    ['2026-10-25T09:30:00Z', '09:30', 'the day summer time ends'],
  ] as const)('are on by London’s clocks at %s (%s)', ([moment, time]) => {
    const weekend = [session(['sat', 'sun'], '09:00', '10:00')];
    const london = toLondon(new Date(moment));

    expect(london.time).toBe(time);
    expect(findOpening(weekend, london)?.until?.time).toBe('10:00');
    const hourLater = toLondon(new Date(Date.parse(moment) + 3_600_000));
    expect(findOpening(weekend, hourLater)).toBeUndefined();
  });
});
