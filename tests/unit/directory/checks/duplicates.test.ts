import { describe, expect, test } from 'vitest';
import { listingFields, problemsOf } from '../../../support/content.ts';

const phone = '020 7000 0002';

describe('duplicates', () => {
  test('the same name with other small words and marks is reported in the later file', () => {
    expect(
      problemsOf({ 'organisations/the-lunch.yaml': listingFields({ name: 'The Bow lunch-club' }) }),
    ).toEqual([
      "organisations/the-lunch.yaml, name: 'The Bow lunch-club' seems to be the same listing as content/organisations/bow-lunch-club.yaml. Keep one file, or give them names that tell them apart.",
    ]);
  });

  test('a name that another listing has as its other name is reported', () => {
    expect(
      problemsOf({
        'organisations/new-name.yaml': listingFields({ name: 'Sunrise', otherNames: ['Daybreak'] }),
        'organisations/old-name.yaml': listingFields({ name: 'Daybreak' }),
      }),
    ).toEqual([expect.stringContaining('organisations/old-name.yaml, name:')]);
  });

  test('nearly the same name with the same phone number is reported', () => {
    expect(
      problemsOf({
        'organisations/a.yaml': listingFields({ name: 'Poplar Elders Day Care Centre', phone }),
        'organisations/b.yaml': listingFields({ name: 'Poplar Elders Day Centre', phone }),
      }),
    ).toEqual([expect.stringContaining('organisations/b.yaml, name:')]);
  });

  test.each([
    ['nearly the same name elsewhere', 'Poplar Elders Day Centre', {}],
    ['another service at the same number', 'Poplar Elders Lunch Club', { phone }],
    ['a part of the other', 'Poplar Elders Day Centre', { phone, partOf: 'a' }],
  ])('%s is not reported', (_what, name, fields) => {
    expect(
      problemsOf({
        'organisations/a.yaml': listingFields({ name: 'Poplar Elders Day Care Centre', phone }),
        'organisations/b.yaml': listingFields({ name, ...fields }),
      }),
    ).toEqual([]);
  });
});
