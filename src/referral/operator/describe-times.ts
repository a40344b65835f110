import { atShare, workingDaysUntil } from '../follow-up/answer-times.ts';
import type { AnswerTimes } from '../store/store-port.ts';

// Of fewer, a time could be traced to one person by who knows when they asked.
const LEAST_SHOWN = 5;
const HOUR_MS = 3_600_000;

/** From when a request was accepted until something happened, of each team. */
const measures: readonly {
  name: string;
  momentOf: (times: AnswerTimes) => number | null;
  lasted: (from: number, until: number) => number;
  describe: (lasted: number) => string;
}[] = [
  {
    name: 'handed over',
    momentOf: ({ handedOverAt }) => handedOverAt,
    lasted: (from, until) => until - from,
    describe: describeHours,
  },
  {
    name: 'confirmed',
    momentOf: ({ acknowledgedAt }) => acknowledgedAt,
    lasted: workingDaysUntil,
    describe: describeWorkingDays,
  },
  {
    name: 'spoken with',
    momentOf: ({ spokenAt }) => spokenAt,
    lasted: workingDaysUntil,
    describe: describeWorkingDays,
  },
];

/** Lines for an operator: by team, how many got how far, and how long that took. Nothing of one person. */
export function describeTimes(times: readonly AnswerTimes[]): string[] {
  const teams = [...Map.groupBy(times, ({ team }) => team)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return teams.flatMap(([team, own]) => [
    `${team}: ${describeCount(own.length)} accepted`,
    ...(own.length < LEAST_SHOWN ? [] : measures.map((each) => `  ${describe(own, each)}`)),
  ]);
}

function describe(
  own: readonly AnswerTimes[],
  { name, momentOf, lasted, describe }: (typeof measures)[number],
): string {
  const values = own.flatMap((times) => {
    const moment = momentOf(times);
    return moment === null ? [] : [lasted(times.acceptedAt, moment)];
  });
  const count = `${name}: ${describeCount(values.length)}`;
  const median = atShare(values, 0.5);
  const nineInTen = atShare(values, 0.9);
  if (values.length < LEAST_SHOWN || median === undefined || nineInTen === undefined) return count;
  return `${count}; half within ${describe(median)}, nine in ten within ${describe(nineInTen)}`;
}

function describeCount(count: number): string {
  if (count === 0) return 'none';
  return count < LEAST_SHOWN ? `fewer than ${LEAST_SHOWN}` : `${count}`;
}

function describeHours(ms: number): string {
  return ms < HOUR_MS ? 'an hour' : `${Math.ceil(ms / HOUR_MS)} hours`;
}

function describeWorkingDays(days: number): string {
  if (days === 0) return 'the same day';
  return days === 1 ? '1 working day' : `${days} working days`;
}
