import { expect, test } from 'vitest';
import type { Session } from '../../../src/directory/listing.ts';
import type { PublicListing } from '../../../src/directory/public-listing.ts';
import type { Service } from '../../../src/open-referral/entities/service-schemas.ts';
import { icalendarDays } from '../../../src/open-referral/making/schedules.ts';
import { today } from '../../../src/platform/clock.ts';
import { directory } from '../../../src/wiring.ts';
import { askable, asRead, feedOf } from '../../support/open-referral/a-feed.ts';

/** Where each field of a listing is in the open data, and what it is there; a field without a place does not compile. */
const found: { [field in keyof PublicListing]: (service: Service) => unknown } = {
  slug: (service) => service.directory_slug,
  name: (service) => service.name,
  otherNames: (service) => service.directory_other_names ?? [],
  partOf: (service) => service.directory_part_of,
  kind: (service) => codes(service, 'kind')[0],
  status: ({ status }) =>
    ({ active: 'open', 'temporarily closed': 'paused', defunct: 'closed' })[status],
  summary: (service) => service.directory_summary,
  description: (service) => service.description,
  firstStep: (service) => service.application_process,
  translations: ({ directory_translations = {} }) =>
    Object.fromEntries(
      Object.entries(directory_translations).map(([language, words]) => {
        const { application_process: firstStep, ...rest } = words ?? {};
        return [language, { ...rest, ...(firstStep && { firstStep }) }];
      }),
    ),
  needs: (service) => codes(service, 'need'),
  offers: (service) => codes(service, 'offer'),
  audiences: (service) => codes(service, 'audience'),
  notFor: (service) => service.eligibility_description,
  languages: ({ languages = [] }) => languages.map(({ code }) => code),
  cost: (service) => codes(service, 'cost')[0],
  access: (service) => codes(service, 'access'),
  address: (service) => locationOf(service)?.name,
  postcode: (service) => locationOf(service)?.directory_postcode,
  area: (service) => codes(service, 'area')[0],
  position: (service) => {
    const { latitude, longitude } = locationOf(service) ?? {};
    return latitude === undefined ? undefined : { latitude, longitude };
  },
  areaServed: ({ service_areas }) => service_areas?.[0]?.name,
  hours: ({ schedules }) => schedules?.find(({ freq }) => !freq)?.description,
  sessions: ({ schedules = [] }) => schedules.filter(({ freq }) => freq).map(toSession),
  phone: ({ contacts }) => contacts?.[0]?.phones?.[0]?.number,
  phoneNote: ({ contacts }) => contacts?.[0]?.phones?.[0]?.description,
  email: (service) => service.email,
  website: (service) => service.url,
  charityNumber: (service) => service.directory_charity_number,
  confidentialAddress: (service) => service.directory_confidential_address === true,
  collected: (service) => service.directory_collected,
  checks: (service) => service.directory_checks ?? [],
  // Worked out of other content, as the reader's own directory may.
  ward: ({ directory_slug }) => directory.findListing(directory_slug)?.ward,
  isUrgentHelp: ({ directory_slug }) => directory.findListing(directory_slug)?.isUrgentHelp,
};

test('everything of a listing that may be published can be read back from the open data', () => {
  const feed = askable(feedOf(directory, today()), directory);
  const lost = directory.listings.flatMap((listing) => {
    const service = feed.service(listing.slug);
    return Object.entries(found).flatMap(([field, find]) => {
      const told = JSON.stringify(sorted(asRead(find(service))));
      const said = JSON.stringify(sorted(asRead(listing[field as keyof PublicListing])));
      return told === said ? [] : `${listing.slug}, ${field}: ${said} has become ${told}`;
    });
  });

  expect(directory.listings.length).toBeGreaterThan(400);
  expect(lost).toEqual([]);
});

function codes({ attributes = [] }: Service, list: string): string[] {
  return attributes
    .filter(({ link_type }) => link_type === list)
    .map(({ taxonomy_term }) => taxonomy_term.code);
}

function locationOf({ service_at_locations }: Service) {
  return service_at_locations?.[0]?.location;
}

function toSession(schedule: NonNullable<Service['schedules']>[number]): Partial<Session> {
  const { byday = '', opens_at = '', closes_at = '', description: what } = schedule;
  const days = Object.entries(icalendarDays).flatMap(([day, name]) =>
    byday.split(',').includes(name) ? [day as Session['days'][number]] : [],
  );
  return {
    days,
    opens: opens_at.slice(0, 5),
    closes: closes_at.slice(0, 5),
    what,
    where: schedule.directory_place,
    by: schedule.attending_type,
  };
}

/** With the fields of a thing in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
