import { describe, expect, test } from 'vitest';
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
});
