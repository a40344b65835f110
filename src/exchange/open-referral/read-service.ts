import type { ListingRecord } from '../listing-record.ts';
import { cleanText } from '../texts/clean-text.ts';
import { cutText } from '../texts/cut-text.ts';
import { type Entity, listAt, textAt, toEntity } from './entity.ts';
import { readContacts } from './read-contacts.ts';
import { readPlace } from './read-place.ts';
import { readTermNames } from './read-terms.ts';
import { type Terms, translateTerms } from './terms.ts';

interface Options {
  id: string;
  where: string;
  from: string;
  terms: Terms;
}

/**
 * A service of Open Referral UK 1.0 or 3.0, whole or as a list has it, as a record of a listing. What the feed does
 * not say is left out: needs and the like come from an editor's terms alone.
 */
export function readService(service: Entity, { id, where, from, terms }: Options): ListingRecord {
  const chosen = terms.services[id] ?? {};
  const name = cleanText(service.name, 'name');
  const texts = readTexts(service);
  const contacts = readContacts(service);
  const place = readPlace(service);
  const translated = translateTerms(readTermNames(service), terms);
  const { listing, ...overrides } = chosen;
  const source = /^https?:/.test(from)
    ? `${from.replace(/[?#].*/, '').replace(/\/$/, '')}/${id}`
    : `${from}: service ${id}`;
  const fields = {
    ...terms.defaults,
    name: name.text || undefined,
    ...texts.fields,
    ...translated.fields,
    cost: service.free === true ? 'free' : (terms.defaults.cost ?? 'unknown'),
    ...place.fields,
    ...contacts.fields,
    charityNumber: readCharityNumber(service),
    editorsNote: `Imported from ${from}. The texts are the feed's own: put them into our words.`,
    trust: { sources: [source] },
    ...overrides,
  };
  const draftNotes = [...name.notes, ...texts.notes];
  if (translated.unknown.length > 0) {
    draftNotes.push(
      `nobody has translated the feed's ${translated.unknown.map((each) => `'${each}'`).join(', ')}.`,
    );
  }
  return {
    where,
    slug: listing,
    source,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    taken: [],
    asOf: readDate(service),
    notes: [...place.notes, ...contacts.notes],
    draftNotes: [...draftNotes, ...describeAges(service)],
    refusal: findRefusal(service, name.text),
    isOurs: false,
  };
}

function findRefusal(service: Entity, name: string): string | undefined {
  if (!name) return 'this service has no name.';
  const status = textAt(service, 'status').toLowerCase();
  if (status && status !== 'active') return `the feed says of it '${status}'.`;
  return undefined;
}

const LONGEST = { summary: 110, description: 600 };

function readTexts(service: Entity): { fields: Record<string, string>; notes: string[] } {
  const { text, notes } = cleanText(service.description, 'description');
  if (!text) return { fields: {}, notes };
  const description = cutText(text, LONGEST.description);
  const first = cutText(description, LONGEST.summary).replace(/\.$/, '');
  const cut = [...notes];
  if (description !== text) {
    cut.push(`the description had ${text.length} letters, and ${description.length} are taken.`);
  }
  if (first.endsWith('…')) cut.push('the summary is cut: write one.');
  return { fields: { summary: first, description }, notes: cut };
}

function readDate(service: Entity): string | undefined {
  const metadata = toEntity(service.pc_metadata);
  const written =
    textAt(service, 'assured_date') ||
    textAt(metadata, 'date_assured') ||
    textAt(service, 'last_modified', 'updated_at') ||
    textAt(metadata, 'date_modified');
  return /^\d{4}-\d\d-\d\d/.exec(written)?.[0];
}

function readCharityNumber(service: Entity): string | undefined {
  const organisation = toEntity(service.organization) ?? toEntity(service.organisation);
  const number = listAt(organisation, 'organization_identifiers')
    .filter((each) => textAt(each, 'identifier_scheme', 'identifier_type') === 'GB-CHC')
    .map((each) => textAt(each, 'identifier'))
    .find(Boolean);
  return number ?? (textAt(organisation, 'charity_number') || undefined);
}

// −1 stands for "not set" in several feeds.
function describeAges(service: Entity): string[] {
  const [from, to] = [
    [service.minimum_age, service.min_age],
    [service.maximum_age, service.max_age],
  ].map((ages) => ages.find((age) => typeof age === 'number' && age >= 0));
  if (from === undefined && to === undefined) return [];
  return [
    `the feed says it is for ages ${from ?? 0} to ${to ?? 'any'}: if so, write it into audiences and notFor.`,
  ];
}
