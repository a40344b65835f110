import type { CheckContext, ListingDraft, ListingFinding } from './listing-draft.ts';

/**
 * A confidential listing whose address would get out by another way: in a published text of its own,
 * or as the address of a listing that is not confidential.
 */
export function checkConfidentialAddress(
  draft: ListingDraft,
  { drafts }: CheckContext,
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

function publishedTexts(draft: ListingDraft): { field: PropertyKey[]; text: string }[] {
  const plain = [
    'name',
    'summary',
    'description',
    'notFor',
    'firstStep',
    'areaServed',
    'hours',
    'phone',
    'email',
    'website',
  ] as const;
  const texts = [
    ...plain.map((name) => ({ field: [name], text: draft[name] })),
    ...(draft.otherNames ?? []).map((text, index) => ({ field: ['otherNames', index], text })),
    ...(draft.sessions ?? []).map(({ what }, index) => ({
      field: ['sessions', index, 'what'],
      text: what,
    })),
    ...Object.entries(draft.translations ?? {}).flatMap(([language, translation]) =>
      Object.entries(translation ?? {}).map(([name, text]) => ({
        field: ['translations', language, name],
        text,
      })),
    ),
  ];
  return texts.flatMap(({ field, text }) => (text ? [{ field, text }] : []));
}

// Each part of an address between commas that names a street or a house, without its number:
// '12b Safe Rd, Bow' gives 'safe road'. Single words are left out: they name neighbourhoods.
function streetsOf(address: string | undefined): string[] {
  return (address ?? '')
    .split(',')
    .map((part) => toWords(part).replace(/^(flat |unit |room )?\d+\w? /, ''))
    .filter((street) => street.includes(' '));
}

function toWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(rd|st|ave|ln|sq)\b/g, (short) => STREET_WORDS[short] ?? short)
    .trim();
}

const STREET_WORDS: Record<string, string> = {
  rd: 'road',
  st: 'street',
  ave: 'avenue',
  ln: 'lane',
  sq: 'square',
};
