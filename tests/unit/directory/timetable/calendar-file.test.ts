import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  type CalendarEntry,
  formatCalendar,
} from '../../../../src/directory/timetable/calendar-file.ts';
import type { Series } from '../../../../src/directory/timetable/series.ts';

const aSeries = (days: Series['days'], opens: string, closes: string): Series => ({
  id: 'id',
  session: { days, opens, closes },
  days,
  opens,
  closes,
});
const anEntry = (series: Series, fields: Partial<CalendarEntry> = {}): CalendarEntry => ({
  series,
  uid: 'club-tue-1100@example.org',
  summary: 'The club',
  description: 'Ring first.',
  location: '1 Street, E3 5ES',
  url: 'https://example.org/organisations/club/',
  ...fields,
});
const write = (entry: CalendarEntry, today = '2026-12-15') =>
  formatCalendar({ name: 'The club', today, entries: [entry] });

/** The file as another program reads it: strictly, with the time zone that is in it and no other. */
function read(text: string) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each, { strictExceptions: true }));
}

/** When its events begin and end, in UTC, from a day on. */
function instantsOf(text: string, from: string, count: number): string[] {
  const event = read(text)[0] as InstanceType<typeof ICAL.Event>;
  const times = event.iterator();
  const instants: string[] = [];
  for (let next = times.next(); next && instants.length < count; next = times.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    const [start, end] = [startDate, endDate].map((time) =>
      time.toJSDate().toISOString().slice(0, 16),
    );
    if (start && end && start >= from) instants.push(`${start} ${end}`);
  }
  return instants;
}

describe('a calendar file', () => {
  test('begins at the same time by London’s clocks on both sides of summer time', () => {
    const sundays = write(anEntry(aSeries(['sun'], '09:30', '11:00')), '2026-03-10');

    expect(instantsOf(sundays, '2026-03-22', 2)).toEqual([
      '2026-03-22T09:30 2026-03-22T11:00',
      '2026-03-29T08:30 2026-03-29T10:00',
    ]);
    expect(instantsOf(sundays, '2026-10-18', 2)).toEqual([
      '2026-10-18T08:30 2026-10-18T10:00',
      '2026-10-25T09:30 2026-10-25T11:00',
    ]);
  });

  test('tells the weeks of a year after the clocks change alike', () => {
    const winter = write(anEntry(aSeries(['tue', 'thu'], '18:00', '19:00')), '2026-12-15');

    expect(instantsOf(winter, '2027-06-01', 2)).toEqual([
      '2027-06-01T17:00 2027-06-01T18:00',
      '2027-06-03T17:00 2027-06-03T18:00',
    ]);
  });

  test('ends on the next day what goes on past midnight, at midnight what ends with the day', () => {
    const night = write(anEntry(aSeries(['fri'], '23:30', '02:00')));
    const evening = write(anEntry(aSeries(['fri'], '17:00', '23:59')));

    expect(instantsOf(night, '2026-12-04', 1)).toEqual(['2026-12-04T23:30 2026-12-05T02:00']);
    expect(instantsOf(evening, '2026-12-04', 1)).toEqual(['2026-12-04T17:00 2026-12-05T00:00']);
  });

  test('holds words in any script, and signs that mean something in such files, as they are', () => {
    const text = write(
      anEntry(aSeries(['tue'], '11:00', '12:00'), {
        summary: 'হাঁটার দল: যোগ দিন, সবাই আসতে পারেন; প্রতি মঙ্গলবার বেলা এগারোটায়',
        description: 'One, two; three\nfour \\ five',
      }),
    );
    const [event] = read(text);

    expect(event?.summary).toBe('হাঁটার দল: যোগ দিন, সবাই আসতে পারেন; প্রতি মঙ্গলবার বেলা এগারোটায়');
    expect(event?.description).toBe('One, two; three\nfour \\ five');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('is the same, byte for byte, on all days of a month', () => {
    const entry = anEntry(aSeries(['tue'], '11:00', '12:00'));

    expect(write(entry, '2026-12-01')).toBe(write(entry, '2026-12-31'));
    expect(write(entry)).toContain('DTSTAMP:20261201T000000Z');
  });
});
