import type { ListingRecord } from '../listing-record.ts';
import { type Entity, listAt, textAt, toEntity } from './entity.ts';

/**
 * A service of our own feed, which has every published field of a listing. What the feed does not publish (notes,
 * sources, confidential addresses) the record says nothing of.
 */
export function readOwnService(service: Entity, where: string): ListingRecord {
  const codes = (type: string) =>
    listAt(service, 'attributes')
      .filter((each) => each.link_type === type)
      .map((each) => textAt(toEntity(each.taxonomy_term), 'code'))
      .filter(Boolean);
  const [atLocation] = listAt(service, 'service_at_locations');
  const location = toEntity(atLocation?.location);
  const [contact] = listAt(service, 'contacts');
  const [phone] = listAt(contact, 'phones');
  const fields = {
    name: service.name,
    otherNames: service.directory_other_names,
    partOf: service.directory_part_of,
    kind: codes('kind')[0],
    status: STATUS[textAt(service, 'status')],
    summary: service.directory_summary,
    description: service.description,
    translations: readTranslations(service),
    needs: orNone(codes('need')),
    offers: orNone(codes('offer')),
    audiences: orNone(codes('audience')),
    notFor: service.eligibility_description,
    languages: orNone(listAt(service, 'languages').map((each) => textAt(each, 'code'))),
    cost: codes('cost')[0],
    access: orNone(codes('access')),
    firstStep: service.application_process,
    address: location?.name,
    postcode: location?.directory_postcode,
    area: codes('area')[0],
    areaServed: listAt(service, 'service_areas')[0]?.name,
    ...readTimes(service),
    phone: phone?.number,
    phoneNote: phone?.description,
    email: service.email,
    website: service.url,
    charityNumber: service.directory_charity_number,
    confidentialAddress: service.directory_confidential_address,
    trust: toKnown({ collected: service.directory_collected, checks: service.directory_checks }),
  };
  return {
    where,
    slug: textAt(service, 'directory_slug'),
    fields: toKnown(fields) ?? {},
    taken: [],
    notes: [],
    isOurs: true,
  };
}

const STATUS: Readonly<Record<string, string>> = {
  active: 'open',
  'temporarily closed': 'paused',
  defunct: 'closed',
};

function readTranslations(service: Entity) {
  const languages = Object.entries(toEntity(service.directory_translations) ?? {}).map(
    ([language, value]) => {
      const { application_process, ...texts } = toEntity(value) ?? {};
      return [language, toKnown({ ...texts, firstStep: application_process })];
    },
  );
  return toKnown(Object.fromEntries(languages));
}

const DAYS: Readonly<Record<string, string>> = {
  MO: 'mon',
  TU: 'tue',
  WE: 'wed',
  TH: 'thu',
  FR: 'fri',
  SA: 'sat',
  SU: 'sun',
};

function readTimes(service: Entity) {
  const schedules = listAt(service, 'schedules');
  const sessions = schedules
    .filter((each) => 'freq' in each)
    .map((each) =>
      toKnown({
        days: textAt(each, 'byday')
          .split(',')
          .map((day) => DAYS[day] ?? day),
        opens: textAt(each, 'opens_at').slice(0, 5),
        closes: textAt(each, 'closes_at').slice(0, 5),
        what: each.description,
        where: each.directory_place,
        by: each.attending_type,
      }),
    );
  return {
    hours: schedules.find((each) => !('freq' in each))?.description,
    sessions: orNone(sessions),
  };
}

function orNone<Value>(list: readonly Value[]): readonly Value[] | undefined {
  return list.length > 0 ? list : undefined;
}

function toKnown(fields: Readonly<Record<string, unknown>>) {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}
