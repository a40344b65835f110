/** Covers src/directory/reading/read-yaml.ts. */
import { describe, expect, test } from 'vitest';
import { parseDirectory } from '../../../../src/directory/reading/parse-directory.ts';
import { contentFolder, noticesOf, testToday } from '../../../support/directory/content.ts';

describe('a file that is not YAML', () => {
  test.each([
    ['a colon in a text', 'name: A\nsummary: Help: now\n', 2, 'a text with a colon in it'],
    [
      'a field name without colon',
      'name: A\nkind charity\ncost: x\n',
      2,
      'a field name without its colon',
    ],
    [
      'a line too far in',
      'name: A\n  kind: charity\n',
      1,
      'a line further in or out than its neighbours',
    ],
    ['a tab', 'trust:\n\tsources: [x]\n', 2, 'this line begins with a tab'],
    ['a quotation mark without its fellow', 'name: "A\n', 2, 'every " needs a second "'],
    ['a bracket without its fellow', 'needs: [food\ncost: free\n', 2, 'every [ needs a ]'],
    ['a field written twice', 'name: A\nname: B\n', 2, 'this field is written twice'],
    [
      'a text that begins with @',
      'name: A\nsummary: @home\n',
      2,
      'begins with a sign that has a meaning',
    ],
    [
      'a text that begins with !',
      'name: A\nsummary: !free lunch\n',
      2,
      'begins with a sign that has a meaning',
    ],
    [
      'a text that begins with *',
      'name: A\nsummary: *free\n',
      2,
      'begins with a sign that has a meaning',
    ],
    [
      'a value that is repeated from above',
      'name: &same A\nsummary: *same\n',
      2,
      'write the value out here',
    ],
    [
      'a file that grows to millions of lines as it repeats itself',
      `a: &a [${'x, '.repeat(9)}x]\nb: &b [${'*a, '.repeat(9)}*a]\nc: &c [${'*b, '.repeat(9)}*b]\nd: &d [${'*c, '.repeat(9)}*c]\ne: [${'*d, '.repeat(9)}*d]\n`,
      2,
      'write the value out here',
    ],
    [
      'an apostrophe between single quotes',
      "name: 'St Peter's'\n",
      1,
      'a quotation mark that ends too early',
    ],
  ])('%s is reported with its line, in plain words', (_what, text, line, message) => {
    const parsed = parseDirectory(contentFolder({ 'organisations/x.yaml': text }), testToday);
    expect(parsed.ok ? undefined : parsed.problems[0]).toEqual({
      file: 'organisations/x.yaml',
      line,
      message: expect.stringContaining(message),
    });
  });

  test('words cut off by a # are a notice', () => {
    expect(noticesOf({ 'organisations/x.yaml': 'hours: Mondays, room #4, at ten\n' })).toEqual([
      "organisations/x.yaml: '#4, at ten' is read as a comment and is not published. If it belongs to the text, put the whole text between quotation marks.",
    ]);
  });

  test('a comment on a line of its own, or a # inside a word, is fine', () => {
    const text = '# Ring them in May\nwebsite: https://example.org/#tea\n';
    expect(noticesOf({ 'organisations/x.yaml': text })).toEqual([]);
  });
});
