const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A day on which the tests are run. */
export interface Day {
  /** As it is typed: '+45', '29-february'. */
  name: string;
  /** What the clock reads when a suite starts. */
  at: number;
  /** What happens at `at` is to happen while each suite runs, so that it starts earlier. */
  isTurn: boolean;
}

/** The days on which date-dependent code has most often been wrong, counted from `now`. */
export function daysToCome(now: number): Day[] {
  const within = (name: string, at: number): Day => ({ name, at, isTurn: false });
  const turn = (name: string, at: number): Day => ({ name, at, isTurn: true });
  return [
    within('tomorrow', now + DAY_MS),
    within('+7', now + 7 * DAY_MS),
    within('+45', now + 45 * DAY_MS),
    within('29-february', nextLeapDay(now)),
    turn('31-december', nextEndOfYear(now)),
    turn('clocks-forward', nextChangeOfClocks(now, 'forward')),
    turn('clocks-back', nextChangeOfClocks(now, 'back')),
    within('+400', now + 400 * DAY_MS),
  ];
}

/** The days of these names, any '+12' among them; throws with the names there are. */
export function chooseDays(names: readonly string[], now: number): Day[] {
  const days = daysToCome(now);
  if (names.length === 0) return days;
  return names.map((name) => {
    const ahead = /^\+(\d{1,4})$/.exec(name)?.[1];
    if (ahead) return { name, at: now + Number(ahead) * DAY_MS, isTurn: false };
    const day = days.find((one) => one.name === name);
    if (day) return day;
    const known = days.map((one) => one.name).join(', ');
    throw new Error(`There is no day "${name}". There are: ${known}, and any number like +12.`);
  });
}

/** 01:00 UTC of the last Sunday in March or October, from which London keeps other hours. */
export function nextChangeOfClocks(now: number, to: 'forward' | 'back'): number {
  const month = to === 'forward' ? 2 : 9;
  return nextOf(now, (year) => {
    const last = new Date(Date.UTC(year, month, 31, 1));
    return last.getTime() - last.getUTCDay() * DAY_MS;
  });
}

function nextLeapDay(now: number): number {
  return nextOf(now, (year) => {
    const noon = new Date(Date.UTC(year, 1, 29, 12));
    return noon.getUTCDate() === 29 ? noon.getTime() : Number.NaN;
  });
}

// London keeps UTC in winter.
function nextEndOfYear(now: number): number {
  return nextOf(now, (year) => Date.UTC(year + 1, 0, 1));
}

/** The first that lies after `now`; a year may have none. */
function nextOf(now: number, momentIn: (year: number) => number): number {
  const first = new Date(now).getUTCFullYear();
  for (let year = first; ; year += 1) {
    const moment = momentIn(year);
    if (moment > now) return moment;
  }
}
