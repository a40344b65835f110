import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findPostcodeFault } from '../../../../src/directory/validation/postcodes.ts';
import { aLabel } from '../../../support/directory/a-label.ts';
import { listingFields, noticesOf, problemsOf } from '../../../support/directory/content.ts';

describe('postcodes', () => {
  const withPostcode = (postcode: string) => ({
    'organisations/bow-lunch-club.yaml': listingFields({ postcode }),
  });

  test('one written another way is reported with the right writing', () => {
    expect(problemsOf(withPostcode('e35ab'))).toEqual([
      "organisations/bow-lunch-club.yaml, postcode: found 'e35ab'; write it 'E3 5AB'.",
    ]);
  });

  test('one of a borough district that our list lacks is a notice', () => {
    expect(problemsOf(withPostcode('E3 5ZZ'))).toEqual([]);
    expect(noticesOf(withPostcode('E3 5ZZ'))).toEqual([
      expect.stringContaining('E3 5ZZ is not in content/places/postcodes.csv'),
    ]);
  });

  test('one outside the borough is fine', () => {
    expect(problemsOf(withPostcode('SW1A 1AA'))).toEqual([]);
    expect(noticesOf(withPostcode('SW1A 1AA'))).toEqual([]);
  });

  test.each(['E23 1AA', 'N29 5AB', 'W15 2AA', 'EC5A 1AA'])('%s cannot be', (postcode) => {
    expect(problemsOf(withPostcode(postcode))).toEqual([
      expect.stringMatching(/but there is no (E23|N29|W15|EC5A): postcodes in \w+ go up to/),
    ]);
  });

  test.each(['E22 2AA', 'EC2M 4QH', 'E98 1AA', 'N1C 4AA', 'B99 1AA'])('%s can be', (postcode) => {
    expect(problemsOf(withPostcode(postcode))).toEqual([]);
  });
});

test('every postcode of the borough can be', () => {
  const lines = readFileSync('content/places/postcodes.csv', 'utf8').trim().split('\n').slice(1);
  const postcodes = lines.map((line) => line.split(',')[0] ?? '');
  expect(postcodes.filter(findPostcodeFault)).toEqual([]);
});

describe('an area and its postcode', () => {
  const withAreas = (fields: Record<string, unknown>) => ({
    'lists/areas.yaml': [
      { slug: 'poplar', label: aLabel('Poplar'), postcodes: ['E14'] },
      { slug: 'stepney', label: aLabel('Stepney'), postcodes: ['E1', 'E14 7'] },
      { slug: 'anywhere', label: aLabel('Anywhere') },
    ],
    'organisations/bow-lunch-club.yaml': listingFields(fields),
  });

  test('that contradict each other are a problem, with what may be wrong', () => {
    expect(problemsOf(withAreas({ area: 'stepney', postcode: 'E14 2DN' }))).toEqual([
      "organisations/bow-lunch-club.yaml, area: says stepney, where postcodes begin with E1, E14 7, but the postcode is E14 2DN (Poplar ward). Put the wrong one of the two right. If both are right, add 'E14 2' to stepney in content/lists/areas.yaml.",
    ]);
  });

  test.each([
    ['poplar', 'E14 2DN'],
    ['stepney', 'E14 7AA'],
    ['stepney', 'E1 2AA'],
    ['anywhere', 'E3 5AB'],
  ])('%s and %s agree', (area, postcode) => {
    expect(problemsOf(withAreas({ area, postcode }))).toEqual([]);
  });
});
