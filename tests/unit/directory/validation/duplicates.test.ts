import { describe, expect, test } from 'vitest';
import { listingFields, noticesOf, problemsOf } from '../../../support/directory/content.ts';

const phone = '020 7000 0002';

describe('duplicates', () => {
  test('the same name with other small words and marks is reported in the later file', () => {
    expect(
      problemsOf({ 'organisations/the-lunch.yaml': listingFields({ name: 'The Bow lunch-club' }) }),
    ).toEqual([
      "organisations/the-lunch.yaml, name: 'The Bow lunch-club' is there already: content/organisations/bow-lunch-club.yaml has that name or other name. Keep one file, or give them names that tell them apart.",
    ]);
  });

  test('a name that is another listing’s other name is reported, whichever file comes first', () => {
    const newName = listingFields({ name: 'Sunrise', otherNames: ['Daybreak'] });
    const oldName = listingFields({ name: 'Daybreak' });
    const report = [expect.stringContaining('organisations/b.yaml, name:')];
    expect(
      problemsOf({ 'organisations/a.yaml': newName, 'organisations/b.yaml': oldName }),
    ).toEqual(report);
    expect(
      problemsOf({ 'organisations/a.yaml': oldName, 'organisations/b.yaml': newName }),
    ).toEqual(report);
  });

  test('two listings may have an other name in common, such as a building', () => {
    expect(
      problemsOf({
        'organisations/a.yaml': listingFields({ name: 'Tea', otherNames: ['Old Station'] }),
        'organisations/b.yaml': listingFields({ name: 'Yoga', otherNames: ['Old Station'] }),
      }),
    ).toEqual([]);
  });

  test('nearly the same name with the same phone number is a notice', () => {
    const folder = {
      'organisations/a.yaml': listingFields({ name: 'Poplar Elders Day Care Centre', phone }),
      'organisations/b.yaml': listingFields({ name: 'Poplar Elders Day Centre', phone }),
    };
    expect(problemsOf(folder)).toEqual([]);
    expect(noticesOf(folder)).toEqual([
      "organisations/b.yaml, name: 'Poplar Elders Day Centre' may be the same as content/organisations/a.yaml: nearly the same name, and the same phone, e-mail or postcode.",
    ]);
  });

  test.each([
    ['nearly the same name elsewhere', 'Poplar Elders Day Centre', {}],
    ['another service at the same number', 'Poplar Elders Lunch Club', { phone }],
    ['a part of the other', 'Poplar Elders Day Centre', { phone, partOf: 'a' }],
  ])('%s is neither', (_what, name, fields) => {
    const folder = {
      'organisations/a.yaml': listingFields({ name: 'Poplar Elders Day Care Centre', phone }),
      'organisations/b.yaml': listingFields({ name, ...fields }),
    };
    expect(problemsOf(folder)).toEqual([]);
    expect(noticesOf(folder)).toEqual([]);
  });
});
