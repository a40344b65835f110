import { translatedLocales } from '../../i18n/locale.ts';

/** The fields of a listing's file in the order in which our files have them; groups stand apart by a blank line. */
export const fieldGroups: readonly (readonly string[])[] = [
  ['name', 'otherNames', 'partOf', 'kind', 'status'],
  ['summary', 'description', 'translations'],
  ['needs', 'offers', 'audiences', 'notFor', 'languages', 'cost', 'access', 'firstStep'],
  ['address', 'postcode', 'area', 'areaServed', 'hours', 'sessions'],
  ['phone', 'phoneNote', 'email', 'website', 'charityNumber', 'contactsOf', 'confidentialAddress'],
  ['editorsNote'],
  ['trust'],
];

const order = [
  ...fieldGroups.flat(),
  // Of what stands within a field.
  ...translatedLocales,
  'sources',
  'collected',
  'confidence',
  'checks',
];

/** Where a field stands among others; one that is not known stands last. */
export function placeOf(field: string): number {
  const place = order.indexOf(field);
  return place < 0 ? order.length : place;
}

/** Whether two fields stand together, with no blank line between. */
export function areTogether(one: string, other: string): boolean {
  const group = fieldGroups.find((fields) => fields.includes(one));
  return !group || group.includes(other);
}
