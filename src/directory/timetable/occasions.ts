import type { Session } from '../listing.ts';
import type { PublicListing } from '../public-listing.ts';
import { findTail, isAllDay, isOver, isTail, type Moment, sessionsOn } from './session-times.ts';

/** A session of a listing on one date. */
export interface Occasion {
  date: string;
  listing: PublicListing;
  session: Session;
  opens: string;
  /** After midnight where it is before `opens`. */
  closes: string;
}

/** What there is to go to or to join on a date, the earliest first; at `now` without what is over. */
export function findOccasions(
  listings: readonly PublicListing[],
  date: string,
  now: Moment,
): Occasion[] {
  const isToday = date === now.date;
  return listings
    .filter(({ status }) => status === 'open')
    .flatMap((listing) =>
      sessionsOn(listing.sessions, date)
        .filter((session) => isToGoTo(listing, session))
        .filter((session) => isToday || !isTail(session, listing.sessions, date))
        .filter((session) => !isToday || !isOver(session, now.time))
        .map((session) => toOccasion(listing, session, date)),
    )
    .toSorted(byTime);
}

function toOccasion(listing: PublicListing, session: Session, date: string): Occasion {
  const tail = findTail(session, listing.sessions, date);
  return { date, listing, session, opens: session.opens, closes: (tail ?? session).closes };
}

// Whoever is there lives there.
const homes: readonly (string | undefined)[] = ['accommodation', 'landlord'];

/**
 * Where somebody can go: not a phone line, not a place to live, not where the address is secret or nobody
 * said where it is.
 */
export function isToGoTo(
  {
    offers,
    address,
    postcode,
    area,
    confidentialAddress,
  }: Pick<PublicListing, 'offers' | 'address' | 'postcode' | 'area' | 'confidentialAddress'>,
  session: Session,
): boolean {
  if (confidentialAddress || session.by === 'phone' || homes.includes(offers[0])) return false;
  return Boolean(session.where ?? address ?? postcode ?? area);
}

// A place that is open so long is not an event: people come when they like.
const LONG_MINUTES = 5 * 60;

/** Whether it is a place that is open, rather than something that begins at a time. */
export function isOpenPlace({ opens, closes }: Pick<Session, 'opens' | 'closes'>): boolean {
  return isAllDay({ opens, closes }) || minutesOf(closes) - minutesOf(opens) > LONG_MINUTES;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function byTime(a: Occasion, b: Occasion): number {
  if (a.opens !== b.opens) return a.opens < b.opens ? -1 : 1;
  return a.listing.name.localeCompare(b.listing.name, 'en');
}
