/** Covers src/directory/editing/write-listing.ts. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldGroups } from '../../../../src/directory/editing/field-order.ts';
import { renderField } from '../../../../src/directory/editing/render-field.ts';
import { writeListing } from '../../../../src/directory/editing/write-listing.ts';
import { listingSchema } from '../../../../src/directory/listing.ts';

test.each([
  '020 7364 5000',
  '+44 20 7946 0123',
  '2026-11-20',
  '10:00',
  '1162185',
  'Ring: now',
  '# not a note',
  '*starred',
  "it's",
  'said "yes"',
  'true',
  'null',
  '~',
  '',
  ' spaces ',
  'a\nb',
  'a\n\n  b\n',
  '- dash',
  'tab\there',
  '@home',
  `${'long '.repeat(40)}# and`,
  `${'double  space '.repeat(12)}end`,
  'x'.repeat(300),
])('a text reads as it was written: %j', (text) => {
  expect(parse(renderField('hours', text, 0))).toEqual({ hours: text });
  expect(parse(`trust:\n  ${renderField('sources', [text, text], 2)}`)).toEqual({
    trust: { sources: [text, text] },
  });
  expect(parse(renderField('otherNames', [text, text], 0))).toEqual({ otherNames: [text, text] });
});

test('every field that a listing can have has its place among the groups', () => {
  expect(fieldGroups.flat()).toEqual(expect.arrayContaining(Object.keys(listingSchema.shape)));
});

test('a new listing has its fields in the order of our files, in groups', () => {
  expect(
    writeListing({
      trust: { sources: ['general knowledge'], checks: [] },
      phone: '020 7946 0123',
      needs: ['food'],
      name: 'Bow Lunch Club',
      email: undefined,
    }),
  ).toBe(`name: Bow Lunch Club

needs: [food]

phone: "020 7946 0123"

trust:
  sources:
    - general knowledge
  checks: []
`);
});
