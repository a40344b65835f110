import { addDays } from '../../i18n/london-calendar.ts';
import type { Lists } from '../lists.ts';
import type { PublicListing } from '../public-listing.ts';
import { type Day, dayOf, days } from './session-times.ts';

/** What an address asks of what is on: /whats-on/?when=sat&need=exercise&cost=free. */

/** A weekday is the next one, today's included, so that an address stays true. */
export type When = 'now' | 'today' | 'tomorrow' | 'week' | Day;

export const filterNames = ['need', 'who', 'area', 'cost'] as const;
export type FilterName = (typeof filterNames)[number];

export interface WhatsOnRequest {
  when: When;
  filters: Partial<Record<FilterName, string>>;
}

const whens: readonly When[] = ['now', 'today', 'tomorrow', 'week', ...days];

/** Never throws: what it does not know it leaves out. */
export function parseWhatsOn(params: URLSearchParams, lists: Lists): WhatsOnRequest {
  const asked = params.get('when')?.trim().toLowerCase();
  const request: WhatsOnRequest = {
    when: whens.find((when) => when === asked) ?? 'today',
    filters: {},
  };
  for (const name of filterNames) {
    const value = params.get(name)?.trim().toLowerCase();
    const known = filterItems(lists, name).find(({ slug }) => slug === value);
    if (known) request.filters[name] = known.slug;
  }
  return request;
}

/** '?when=sat&cost=free': everything that is not usual, always in the same order. */
export function toWhatsOnQuery({ when, filters }: WhatsOnRequest): string {
  const query = new URLSearchParams();
  if (when !== 'today') query.set('when', when);
  for (const name of filterNames) if (filters[name]) query.set(name, filters[name]);
  return query.size > 0 ? `?${query}` : '';
}

/** The values that a filter may have, in the lists' order. */
function filterItems(lists: Lists, name: FilterName) {
  const byName = { need: lists.needs, who: lists.audiences, area: lists.areas, cost: lists.costs };
  return byName[name];
}

/** The dates that are asked about. */
export function datesOf(when: When, today: string): string[] {
  const week = days.map((_, index) => addDays(today, index));
  if (when === 'week') return week;
  if (when === 'today' || when === 'now') return [today];
  if (when === 'tomorrow') return [addDays(today, 1)];
  return week.filter((date) => dayOf(date) === when);
}

const FOR_EVERYONE = 'everyone';

/** What is for everyone is also for whom the visitor names. */
export function matchesFilters(
  listing: Pick<PublicListing, 'needs' | 'audiences' | 'area' | 'cost'>,
  { need, who, area, cost }: WhatsOnRequest['filters'],
): boolean {
  return (
    (!need || listing.needs.includes(need)) &&
    (!who || listing.audiences.includes(who) || listing.audiences.includes(FOR_EVERYONE)) &&
    (!area || listing.area === area) &&
    (!cost || listing.cost === cost)
  );
}

/** The values of a filter that some of the listings have, and the chosen one. */
export function usedItems(
  lists: Lists,
  name: FilterName,
  listings: readonly PublicListing[],
  chosen: string | undefined,
) {
  const used = new Set(listings.flatMap((listing) => valuesOf(listing, name)));
  return filterItems(lists, name).filter(({ slug }) => used.has(slug) || slug === chosen);
}

function valuesOf({ needs, audiences, area, cost }: PublicListing, name: FilterName): string[] {
  const values = { need: needs, who: audiences, area: area ? [area] : [], cost: [cost] };
  return values[name];
}
