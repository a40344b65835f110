import { addDays } from '../../../src/i18n/london-calendar.ts';
import { today } from '../../../src/platform/clock.ts';

// Days made of other days, for tests that meet the real clock. All as '2026-11-22', in London.

export function todayPlus(days: number): string {
  return addDays(today(), days);
}

/** The same day so many years before; of a 29 February where there was none, the 28th. */
export function yearsBefore(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) - years;
  const same = `${year}${date.slice(4)}`;
  const isReal = new Date(`${same}T00:00:00Z`).getUTCDate() === Number(date.slice(8));
  return isReal ? same : `${year}-02-28`;
}

/** The fields of a form filled in by someone born on this day. */
export function bornOn(date: string) {
  const [dobYear = '', dobMonth = '', dobDay = ''] = date.split('-');
  return { dobDay, dobMonth, dobYear };
}

/** What `run` resolves to; run again if midnight passed meanwhile, when parts of it may be of two days. */
export async function withinOneDay<Result>(run: () => Promise<Result>): Promise<Result> {
  const day = today();
  const result = await run();
  return today() === day ? result : run();
}
