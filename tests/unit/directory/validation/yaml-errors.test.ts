/**
 * Covers src/directory/reading/read-yaml.ts, src/directory/reading/text-fault.ts,
 * src/directory/validation/yaml-slips.ts.
 */
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseDirectory } from '../../../../src/directory/reading/parse-directory.ts';
import {
  contentFolder,
  listingFields,
  noticesOf,
  problemsOf,
  testToday,
} from '../../../support/directory/content.ts';

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
    ['a quotation mark without its fellow', 'name: "A\n', 1, 'Put one at its end: "A"'],
    ['a bracket without its fellow', 'needs: [food\ncost: free\n', 1, 'Write [food].'],
    [
      'a quotation mark whose fellow is missing many lines above',
      `name: A\nphone: "020 7364 5000\n${'cost: free\n'.repeat(16)}website: "https://a.example"\n`,
      2,
      'has no second " in its line. Put one at its end: "020 7364 5000"',
    ],
    [
      'entries below a list that says it has none',
      'trust:\n  checks: []\n    - date: "2026-11-20"\n',
      2,
      "Take the [] out, so that the line is 'checks:' alone.",
    ],
    [
      "git's marks of a conflict",
      'name: A\n<<<<<<< HEAD\ncost: free\n=======\ncost: low-cost\n>>>>>>> other\n',
      2,
      "two people's changes stand below each other",
    ],
    [
      'a line of hyphens in the middle',
      'name: A\n---\ncost: free\n',
      2,
      'a line of three hyphens ends the file here',
    ],
    [
      'a text of Windows-1252',
      Buffer.from('name: A\nsummary: Caf\u00e9 for all\n', 'latin1').toString('utf8'),
      2,
      "'Caf\uFFFD' has a letter that cannot be read: the file is not saved as UTF-8.",
    ],
    [
      'a text of UTF-16',
      Buffer.from('\uFEFFname: A\n', 'utf16le').toString('utf8'),
      1,
      'saved as UTF-16 (some programs call it "Unicode"). Save it again and choose the encoding UTF-8.',
    ],
    [
      'UTF-8 that was taken for Windows-1252',
      new TextDecoder('windows-1252').decode(Buffer.from('name: A\nsummary: It’s free\n')),
      2,
      'signs that stand for one letter',
    ],
    ['a sign that nobody sees', 'name: A\u0007\n', 1, 'a sign that nobody can see'],
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

  test.each([
    ['a byte order mark', '\uFEFF'],
    ['three hyphens at the top', '---\n'],
    ['a comment and three hyphens at the top', '# Ring in May\n---\n'],
  ])('%s is fine', (_what, before) => {
    const text = before + stringify(listingFields({ name: 'Tea' }));
    expect(problemsOf({ 'organisations/tea.yaml': text })).toEqual([]);
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
