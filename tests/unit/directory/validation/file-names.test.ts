import { describe, expect, test } from 'vitest';
import { parseDirectory } from '../../../../src/directory/reading/parse-directory.ts';
import {
  contentFolder,
  listingFields,
  problemsOf,
  testToday,
} from '../../../support/directory/content.ts';

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

describe('a file in content/ that nothing reads', () => {
  const parsed = (path: string) =>
    parseDirectory({ ...contentFolder(), unread: [path] }, testToday);

  test.each([
    ['organisations/tea.yaml.txt', "Rename it to 'tea.yaml'"],
    ['organisations/tea.YAML.TXT', "Rename it to 'tea.yaml'"],
    ['organisations/Tea Club', "Rename it to 'tea-club.yaml'"],
    ['organisations/tea .yaml.docx', "Rename it to 'tea.yaml'"],
    ['organisations/tea.yaml.orig', "Rename it to 'tea.yaml', or take it out of the folder."],
    ['situations/no-food.txt', "Rename it to 'no-food.yaml'"],
    ['locales/bn/site.json.txt', "Rename it to 'bn/site.json'"],
    ['pages/en/about.markdown', "Rename it to 'en/about.md'"],
    ['lists/costs.txt', "Rename it to 'costs.yaml'"],
  ])('%s is a problem, with the name that it should have', (path, advice) => {
    const found = parsed(path);
    expect(found.ok ? [] : found.problems).toEqual([
      { file: path, message: expect.stringContaining(advice) },
    ]);
  });

  test('whose end a computer may hide is told of with that', () => {
    const found = parsed('organisations/tea.yaml.txt');
    expect(found.ok ? '' : found.problems[0]?.message).toContain(
      'Many computers hide the end of a name',
    );
  });

  test('is a problem among the lists, where it looks like one', () => {
    expect(problemsOf({ 'lists/cost.yaml': [] })).toEqual([
      expect.stringContaining('lists/cost.yaml: nothing reads this file. The lists are needs,'),
    ]);
  });

  test('is worth a look elsewhere', () => {
    const found = parsed('minutes.docx');
    expect(found).toMatchObject({
      ok: true,
      notices: [{ file: 'minutes.docx', message: expect.stringContaining('nothing reads') }],
    });
  });
});
