import type { Lists } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { byLanguage, defaultLocale, localisePath, translatedLocales } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Location } from '../entities/location.ts';
import type { Organization } from '../entities/organization.ts';
import type { Service } from '../entities/service-schemas.ts';
import type { Attribute } from '../entities/taxonomy.ts';
import type { Ids } from './ids.ts';
import { toSchedules } from './schedules.ts';
import type { Taxonomies, TaxonomyCode } from './taxonomies.ts';

/** What a listing does not say of itself. */
export interface ServiceFacts {
  ids: Ids;
  lists: Lists;
  taxonomies: Taxonomies;
  siteUrl: URL;
  organization: Organization;
  location: Location | undefined;
  lastModified: string | undefined;
  today: string;
}

const statuses = {
  open: 'active',
  paused: 'temporarily closed',
  closed: 'defunct',
} as const satisfies Record<PublicListing['status'], Service['status']>;

/** A listing as a service of the feed. */
export function toService(listing: PublicListing, facts: ServiceFacts): Service {
  const { ids, location, organization } = facts;
  const { slug } = listing;
  return {
    id: ids('service', slug),
    ...toWords(listing),
    ...toTrust(listing, facts),
    url: listing.website,
    email: listing.email,
    fees: findCostLabel(listing, facts),
    organization_id: organization.id,
    organization,
    directory_slug: slug,
    directory_url: new URL(localisePath(defaultLocale, `/organisations/${slug}/`), facts.siteUrl)
      .href,
    directory_part_of: listing.partOf,
    directory_charity_number: listing.charityNumber,
    directory_confidential_address: listing.confidentialAddress ? true : undefined,
    schedules: ifAny(toSchedules(listing, ids)),
    service_areas: listing.areaServed
      ? [{ id: ids('service-area', slug), name: listing.areaServed }]
      : undefined,
    languages: toLanguages(listing, facts),
    cost_options: toCostOptions(listing, facts),
    ...toPhones(listing, ids),
    attributes: ifAny(toAttributes(listing, facts)),
    service_at_locations: location && [
      { id: ids('service-at-location', slug), location_id: location.id, location },
    ],
  };
}

function toWords(listing: PublicListing) {
  const { name, otherNames, summary, description, firstStep, notFor, translations } = listing;
  const translated = byLanguage(translatedLocales, (locale) => {
    const words = translations[locale];
    return words && { ...words, firstStep: undefined, application_process: words.firstStep };
  });
  return {
    name,
    alternate_name: ifAny(otherNames)?.join('; '),
    description,
    application_process: firstStep,
    eligibility_description: notFor,
    directory_summary: summary,
    directory_other_names: ifAny(otherNames),
    directory_translations: Object.keys(translations).length > 0 ? translated : undefined,
  };
}

function toTrust(
  { status, checks, collected }: PublicListing,
  { today, lastModified }: Pick<ServiceFacts, 'today' | 'lastModified'>,
) {
  const t = createTranslator(defaultLocale);
  const made = checks.filter(({ date }) => date <= today);
  const alerts = {
    open: undefined,
    paused: t('listing:pausedTop'),
    closed: t('listing:closedTop'),
  };
  return {
    status: statuses[status],
    alert: alerts[status],
    assured_date: made
      .map(({ date }) => date)
      .toSorted()
      .at(-1),
    last_modified: lastModified,
    directory_collected: collected,
    directory_checks: ifAny(made),
  };
}

function toLanguages(
  { slug, languages }: PublicListing,
  { ids, lists }: Pick<ServiceFacts, 'ids' | 'lists'>,
): Service['languages'] {
  return languages.map((code) => ({
    id: ids('language', slug, code),
    name: lists.languages.find((language) => language.slug === code)?.label.en ?? code,
    code,
  }));
}

const UNKNOWN_COST = 'unknown';
const FREE = 'free';

function findCostLabel(
  { cost }: PublicListing,
  { lists }: Pick<ServiceFacts, 'lists'>,
): string | undefined {
  return cost === UNKNOWN_COST
    ? undefined
    : lists.costs.find(({ slug }) => slug === cost)?.label.en;
}

function toCostOptions(listing: PublicListing, facts: ServiceFacts): Service['cost_options'] {
  const amount_description = findCostLabel(listing, facts);
  if (!amount_description) return undefined;
  const free = listing.cost === FREE ? { amount: 0 as const, currency: 'GBP' as const } : {};
  return [{ id: facts.ids('cost-option', listing.slug), ...free, amount_description }];
}

// Open Referral UK has numbers with contacts, the international standard with services.
function toPhones({ slug, phone, phoneNote }: PublicListing, ids: Ids) {
  const phones = phone
    ? [{ id: ids('phone', slug), number: phone, description: phoneNote }]
    : undefined;
  return { phones, contacts: phones && [{ id: ids('contact', slug), phones }] };
}

function toAttributes(
  listing: PublicListing,
  { ids, taxonomies }: Pick<ServiceFacts, 'ids' | 'taxonomies'>,
): Attribute[] {
  const { slug, needs, offers, audiences, access, cost, area, kind } = listing;
  const codes: Record<TaxonomyCode, readonly string[]> = {
    need: needs,
    offer: offers,
    audience: audiences,
    access,
    cost: [cost],
    area: area ? [area] : [],
    kind: [kind],
  };
  return Object.entries(codes).flatMap(([list, values]) =>
    values.flatMap((code) => {
      const term = taxonomies.findTerm(list as TaxonomyCode, code);
      return term
        ? {
            id: ids('attribute', slug, list, code),
            link_id: ids('service', slug),
            link_entity: 'service' as const,
            link_type: list,
            taxonomy_term_id: term.id,
            taxonomy_term: term,
          }
        : [];
    }),
  );
}

function ifAny<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
