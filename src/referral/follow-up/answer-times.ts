import { toLondon } from '../../i18n/london.ts';
import type { AnswerTimes } from '../store/store-port.ts';
import { isWorkingDay, workingDaysBetween } from './working-days.ts';

/**
 * How soon a team usually answers, of what it told us by its links. 'spoken': until it said that it had
 * spoken with the person. 'confirmed': until it said that it has the request, which is no answer yet.
 */
export interface UsualAnswer {
  measure: 'spoken' | 'confirmed';
  /** Of a request's first working days, the one by whose end eight in ten had it. */
  workingDays: number;
}

const DAY_MS = 24 * 3_600_000;

// A request of yesterday that has no answer yet says nothing: all that count had two weeks' time.
const HAD_TIME_MS = 14 * DAY_MS;
const COUNTED_MS = 90 * DAY_MS;
/** How old the oldest request is that counts. */
export const COUNTED_FROM_MS = COUNTED_MS + HAD_TIME_MS;
const STALE_AFTER_MS = 45 * DAY_MS;
const LEAST_KNOWN = 10;
const USUALLY = 0.8;

/**
 * By team. Requests without an answer count as later than all others, so that a team that answers few of
 * them quickly is not said to be quick. No entry: too few are known, none of late, or too many had no answer.
 */
export function findUsualAnswers(
  times: readonly AnswerTimes[],
  now: number,
): Map<string, UsualAnswer> {
  const usual = new Map<string, UsualAnswer>();
  for (const [team, own] of Map.groupBy(times, (each) => each.team)) {
    const counted = own.filter(
      ({ acceptedAt }) => acceptedAt >= now - COUNTED_FROM_MS && acceptedAt <= now - HAD_TIME_MS,
    );
    const spoken = findUsualDays(counted, ({ spokenAt }) => spokenAt, now);
    const confirmed = findUsualDays(counted, ({ acknowledgedAt }) => acknowledgedAt, now);
    if (spoken !== undefined) usual.set(team, { measure: 'spoken', workingDays: spoken });
    else if (confirmed !== undefined)
      usual.set(team, { measure: 'confirmed', workingDays: confirmed });
  }
  return usual;
}

function findUsualDays(
  counted: readonly AnswerTimes[],
  momentOf: (times: AnswerTimes) => number | null,
  now: number,
): number | undefined {
  const known = counted.filter((each) => momentOf(each) !== null);
  if (known.length < LEAST_KNOWN) return undefined;
  const newest = Math.max(...known.map(({ acceptedAt }) => acceptedAt));
  if (newest < now - STALE_AFTER_MS) return undefined;
  const days = counted.map((each) => {
    const moment = momentOf(each);
    return moment === null
      ? Number.POSITIVE_INFINITY
      : Math.max(1, workingDaysUntil(each.acceptedAt, moment));
  });
  const usual = atShare(days, USUALLY);
  return usual !== undefined && Number.isFinite(usual) ? usual : undefined;
}

/** The least value that so great a share of them does not exceed. `undefined`: there are none. */
export function atShare(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

/** Working days begun after the first moment's day until the second: 0 on the same day, or on a Sunday after a Friday. */
export function workingDaysUntil(from: number, until: number): number {
  const first = toLondon(from).date;
  const last = toLondon(until).date;
  if (last <= first) return 0;
  return workingDaysBetween(first, last) + (isWorkingDay(last) ? 1 : 0);
}
