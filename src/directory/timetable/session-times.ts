import { addDays, weekdayOf } from '../../i18n/london-calendar.ts';
import type { Session } from '../listing.ts';

/**
 * When weekly sessions are on, by London's clocks and nothing else: a session of 9am is at 9am on both
 * sides of a change of the clocks. One past midnight is two, as an editor writes it: until 23:59, and
 * from 00:00 on the next day. 23:59 is the end of its day.
 */

export type Day = Session['days'][number];

export const days: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const DAY_BEGINS = '00:00';
export const DAY_ENDS = '23:59';

/** A date and a time of day in London: '2026-12-01', '09:05'. */
export interface Moment {
  date: string;
  time: string;
}

export function dayOf(date: string): Day {
  return days[weekdayOf(date) - 1] ?? 'mon';
}

/** The sessions of a date, the earliest first. */
export function sessionsOn(sessions: readonly Session[], date: string): Session[] {
  const day = dayOf(date);
  return sessions
    .filter((session) => session.days.includes(day))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
}

export function isOver({ closes }: Pick<Session, 'closes'>, time: string): boolean {
  return closes !== DAY_ENDS && closes <= time;
}

export function isAllDay({ opens, closes }: Pick<Session, 'opens' | 'closes'>): boolean {
  return opens === DAY_BEGINS && closes === DAY_ENDS;
}

/** What is on at a moment. */
export interface Opening {
  session: Session;
  /** When it ends; undefined: it never does. */
  until: Moment | undefined;
}

/** The session that is on at the moment and lasts longest; undefined: none is known to be. */
export function findOpening(sessions: readonly Session[], now: Moment): Opening | undefined {
  const session = sessionsOn(sessions, now.date)
    .filter((each) => each.opens <= now.time && !isOver(each, now.time))
    .reduce<Session | undefined>(
      (longest, each) => (longest && longest.closes >= each.closes ? longest : each),
      undefined,
    );
  return session && { session, until: findEnd(session, sessions, now.date) };
}

export function isOpenAt(sessions: readonly Session[], now: Moment): boolean {
  return findOpening(sessions, now) !== undefined;
}

function findEnd(session: Session, sessions: readonly Session[], date: string): Moment | undefined {
  let last = session;
  let day = date;
  for (let nights = 0; last.closes === DAY_ENDS; nights += 1) {
    if (nights === days.length) return undefined;
    const next = sessionsOn(sessions, addDays(day, 1)).find(({ opens }) => opens === DAY_BEGINS);
    if (!next) break;
    last = next;
    day = addDays(day, 1);
  }
  return { date: day, time: last.closes };
}

/**
 * The session of the next day that goes on with this one past midnight: 'until 2am'. One that is as long
 * as a day is a day of its own.
 */
export function findTail(
  session: Session,
  sessions: readonly Session[],
  date: string,
): Session | undefined {
  if (session.closes !== DAY_ENDS) return undefined;
  return sessionsOn(sessions, addDays(date, 1)).find(
    (next) =>
      next.opens === DAY_BEGINS && next.closes < session.opens && next.what === session.what,
  );
}

/** Whether it only goes on with a session of the evening before. */
export function isTail(session: Session, sessions: readonly Session[], date: string): boolean {
  const before = addDays(date, -1);
  return sessionsOn(sessions, before).some((each) => findTail(each, sessions, before) === session);
}
