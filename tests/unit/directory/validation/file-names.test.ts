import { describe, expect, test } from 'vitest';
import { listingFields, problemsOf } from '../../../support/directory/content.ts';

const tea = listingFields({ name: 'Tea' });

describe('the names of listing files', () => {
  test.each([
    ['organisations/St Peter’s Tea.yaml', "Rename it to 'st-peters-tea.yaml'."],
    ['organisations/tea.yml', "Rename it to 'tea.yaml'."],
    ['organisations/Tea.yaml', "Rename it to 'tea.yaml'."],
    ['organisations/tea_time.yaml', "Rename it to 'tea-time.yaml'."],
  ])('%s is not an address on the site', (path, advice) => {
    expect(problemsOf({ [path]: tea })).toEqual([expect.stringContaining(advice)]);
  });

  test('a file in a folder of its own is reported', () => {
    expect(problemsOf({ 'organisations/bow/tea.yaml': tea })).toEqual([
      expect.stringContaining('listings stand directly in content/organisations/'),
    ]);
  });

  test('two files of one name are reported', () => {
    expect(
      problemsOf({ 'organisations/tea.yaml': tea, 'organisations/tea.yml': tea }),
    ).toContainEqual(
      'organisations/tea.yml: content/organisations/tea.yaml has the same name, so both would have the same address on the site. Rename or delete one.',
    );
  });
});
