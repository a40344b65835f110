import { addDays, weekOf } from '../../i18n/london-calendar.ts';
import type { Session } from '../listing.ts';
import type { PublicListing } from '../public-listing.ts';
import { isToGoTo } from './occasions.ts';
import { type Day, dayOf, days, findTail, isTail } from './session-times.ts';

/** A session as a calendar keeps it: on these days of every week, at this time. */
export interface Series {
  /** 'tue-1100': the same as long as the days and the time are. */
  id: string;
  session: Session;
  days: Day[];
  opens: string;
  /** Of the same day, or of the next where it is before `opens`; '23:59' is midnight. */
  closes: string;
}

// Any week will do: sessions are the same in each.
const SOME_MONDAY = weekOf('2026-12-01');

/** What of a listing belongs into a calendar: what one can go to, and what goes on past midnight as one. */
export function toSeries(listing: PublicListing): Series[] {
  const series = listing.sessions
    .filter((session) => isToGoTo(listing, session))
    .flatMap((session) => byEnd(session, listing.sessions));
  return series.map((each, index) => {
    const twins = series.slice(0, index).filter(({ id }) => id === each.id).length;
    return twins > 0 ? { ...each, id: `${each.id}-${twins + 1}` } : each;
  });
}

// A session that goes on past midnight may do so on some of its days only.
function byEnd(session: Session, sessions: readonly Session[]): Series[] {
  const daysByEnd = new Map<string, Day[]>();
  for (const [index, day] of days.entries()) {
    const date = addDays(SOME_MONDAY, index);
    if (!session.days.includes(day) || isTail(session, sessions, date)) continue;
    const closes = (findTail(session, sessions, date) ?? session).closes;
    daysByEnd.set(closes, [...(daysByEnd.get(closes) ?? []), day]);
  }
  return [...daysByEnd].map(([closes, on]) => ({
    id: `${on.join('-')}-${session.opens.replace(':', '')}`,
    session,
    days: on,
    opens: session.opens,
    closes,
  }));
}

/** The first date from `from` on that is one of the days. */
export function firstDate(on: readonly Day[], from: string): string {
  return on.includes(dayOf(from)) ? from : firstDate(on, addDays(from, 1));
}
