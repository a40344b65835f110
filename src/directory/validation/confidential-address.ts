import { toTextWords } from '../../i18n/text-words.ts';
import { addressFields, editorsFields } from '../public-listing.ts';
import type { ListingDraft, ListingFinding, ValidationContext } from './listing-draft.ts';

/**
 * A confidential listing whose address would get out by another way: in a published text of its own,
 * or as the address of a listing that is not confidential.
 */
export function validateConfidentialAddress(
  draft: ListingDraft,
  { drafts }: ValidationContext,
): ListingFinding[] {
  if (!draft.confidentialAddress) return [];
  const streets = streetsOf(draft.address);
  const findings: ListingFinding[] = publishedTexts(draft).flatMap(({ field, text }) => {
    const words = toWords(text);
    const street = streets.find((each) => ` ${words} `.includes(` ${each} `));
    const found = street ? 'the street of its address' : POSTCODE.exec(text)?.[0];
    if (!found) return [];
    const message = `this listing has a confidential address, but this text, which is published, holds ${found}. Take it out.`;
    return [{ field, message }];
  });
  const twin = [...drafts.values()].find(
    (other) =>
      other.slug !== draft.slug &&
      !other.confidentialAddress &&
      ((draft.postcode && other.postcode === draft.postcode) ||
        streetsOf(other.address).some((street) => streets.includes(street))),
  );
  if (twin) {
    findings.push({
      field: ['confidentialAddress'],
      message: `content/organisations/${twin.slug}.yaml publishes the same street or postcode. Make that one confidential too, or take its address out.`,
    });
  }
  return findings;
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;

interface Text {
  field: PropertyKey[];
  text: string;
}

/** Whatever its file says, but where it is and what only editors read. */
function publishedTexts({ slug, unread, ...fields }: ListingDraft): Text[] {
  return [{ field: ['file name'], text: slug }, ...textsIn(fields, [])];
}

function textsIn(value: unknown, field: PropertyKey[]): Text[] {
  if (notPublished.has(field.join('.'))) return [];
  if (typeof value === 'string') return [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, [...field, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, [...field, name]));
}

const notPublished = new Set([...addressFields, ...editorsFields]);

// Each part of an address between commas that names a street or a house, without its number:
// '12b Safe Rd, Bow' gives 'safe road'. Single words are left out: they name neighbourhoods.
function streetsOf(address: string | undefined): string[] {
  return (address ?? '')
    .split(',')
    .map((part) => toWords(part).replace(/^(flat |unit |room )?\d+\w? /, ''))
    .filter((street) => street.includes(' '));
}

function toWords(text: string): string {
  return toTextWords(text)
    .map((word) => STREET_WORDS.get(word) ?? word)
    .join(' ');
}

const STREET_WORDS = new Map([
  ['rd', 'road'],
  ['st', 'street'],
  ['ave', 'avenue'],
  ['ln', 'lane'],
  ['sq', 'square'],
]);
