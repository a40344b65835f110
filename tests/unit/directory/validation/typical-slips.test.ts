/**
 * Covers src/directory/validation/mend-date.ts, src/directory/validation/ways-to-start.ts and, with others, yaml-slips.ts,
 * schema-issues.ts, phone-form.ts and text-fault.ts: what editors typically do, as they would save it.
 */
import { describe, expect, test } from 'vitest';
import { mendDate } from '../../../../src/directory/validation/mend-date.ts';
import { noticesOf, parseFolder } from '../../../support/directory/content.ts';

const sound = `name: Bow Tea Club
kind: charity
status: open
summary: Tea and company for people over 50
description: You can come for tea and stay for a chat.
needs: [food, loneliness]
audiences: [everyone]
languages: [en]
cost: free
access: [drop-in]
firstStep: Come to a session.
hours: Mondays, 11am to 2pm
phone: "020 7364 5000"
trust:
  sources:
    - https://www.example.org/tea
  checks:
    - date: "2026-11-20"
      method: phone
      facts: [phone]
`;
const file = 'organisations/bow-tea-club.yaml';
const instead = (from: string, to: string) => {
  expect(sound).toContain(from);
  return sound.replace(from, to);
};
/** 'line: message' of each. */
const told = (text: string): string[] => {
  const parsed = parseFolder({ [file]: text });
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`);
};

test('the listing that the slips are made in has none', () => {
  expect(told(sound)).toEqual([]);
  expect(noticesOf({ [file]: sound })).toEqual([]);
});

describe('one slip is told once, at its line, with what to write', () => {
  test.each<[string, string, string, RegExp]>([
    ['a tab before a field', '  sources:', '\tsources:', /^15: this line begins with a tab/],
    ['tabs before an entry', '    - https', '\t\t- https', /^16: this line begins with a tab/],
    ['a date with the day first', '2026-11-20', '20-11-2026', /^18: .*Write "2026-11-20"/],
    ['a date with strokes', '2026-11-20', '20/11/2026', /^18: .*Write "2026-11-20"/],
    ['a date with the month second to last', '2026-11-20', '2026-20-11', /Write "2026-11-20"/],
    ['a date in words', '2026-11-20', '20 November 2026', /Write "2026-11-20"/],
    ['a day that no month has', '2026-11-20', '2026-02-30', /no such day/],
    ['a letter O in a number', '020 7364 5000', 'O20 7364 5000', /^13: .*Write "020 7364 5000"/],
    ['a number with brackets', '020 7364 5000', '+44 (0)20 7364 5000', /Write "020 7364 5000"/],
    ['a number with dashes', '020 7364 5000', '020-7364-5000', /Write "020 7364 5000"/],
    [
      'an extension',
      '020 7364 5000',
      '020 7364 5000 ext 12',
      /Write "020 7364 5000", and phoneNote: Extension 12/,
    ],
    ['another letter in a number', '020 7364 5000', '020 736A 5000', /the letter 'A'/],
    ['curly quotation marks', '"020 7364 5000"', '“020 7364 5000”', /straight ones: "/],
    ['no space after a hyphen', '    - https', '    -https', /^15: .*a space after the hyphen/],
    ['a line too far out', '      method', '     method', /^19: .*begin.* below each other/],
  ])('%s', (_slip, from, to, message) => {
    expect(told(instead(from, to))).toEqual([expect.stringMatching(message)]);
  });

  test('two listings in one file', () => {
    expect(told(sound + sound.replace('Bow Tea Club', 'Bow Cake Club'))).toEqual([
      expect.stringMatching(/^21: a second listing begins here.*file of its own/),
    ]);
  });

  test('line ends of another age', () => {
    expect(told(sound.replaceAll('\n', '\r'))).toEqual([expect.stringMatching(/^1: .*line ends/)]);
  });

  test('a letter that nobody sees', () => {
    expect(told(instead('Bow Tea', 'Bow\u200b Tea'))).toEqual([
      expect.stringMatching(/^1: a sign that nobody can see/),
    ]);
  });

  test.each([
    ['a mark at the beginning, as Windows writes it', `\uFEFF${sound}`],
    ['line ends of Windows', sound.replaceAll('\n', '\r\n')],
    ['both', `\uFEFF${sound.replaceAll('\n', '\r\n')}`],
    ['joiners in Bengali', instead('stay for a chat', 'stay for a chat, র‍্যাব')],
  ])('%s is none', (_what, text) => {
    expect(told(text)).toEqual([]);
  });
});

test.each([
  ['03/04/2026', '2026-04-03'],
  ['3.4.2026', '2026-04-03'],
  ['2026/4/3', '2026-04-03'],
  ['11/20/2026', '2026-11-20'],
  ['3 April 2026', '2026-04-03'],
  ['31/04/2026', undefined],
  ['2026', undefined],
  ['last week', undefined],
])('a date written as %s is %s: here the day comes first', (written, date) => {
  expect(mendDate(written)).toBe(date);
});

describe('a way to start that leads nowhere', () => {
  const without = sound
    .replace('phone: "020 7364 5000"\n', '')
    .replace('facts: [phone]', 'facts: [hours]');
  const noticed = (changes: [string, string]) =>
    noticesOf({ [file]: without.replace(...changes) }).filter((each) =>
      each.includes('phone number'),
    );

  test.each<[string, [string, string]]>([
    ['a first step that says to ring', ['Come to a session.', 'Phone to book a place.']],
    ['one that says to call', ['Come to a session.', 'Call them, or email.']],
    ['a way in by phone', ['[drop-in]', '[phone]']],
  ])('%s, without a number, is worth a look', (_what, changes) => {
    expect(noticed(changes)).toHaveLength(1);
  });

  test.each<[string, [string, string]]>([
    ['comes in', ['Come to a session.', 'Come to a session.']],
    ['finds the number in the step', ['Come to a session.', 'Ring 020 7364 5000 first.']],
    ['has a phone', ['Come to a session.', 'All you need is a basic phone.']],
    ['is called on', ['Come to a session.', 'They call on you at home.']],
  ])('whoever %s needs none', (_what, changes) => {
    expect(noticed(changes)).toEqual([]);
  });
});
