import { expect, test } from 'vitest';
import { locales } from '../../../src/i18n/locale.ts';
import { readMessages } from '../../../src/i18n/read-messages.ts';

/** A file of words for each language, staff's for English, and `changes` to them by path; undefined takes one away. */
function files(changes: Record<string, string | undefined> = {}) {
  const texts: Record<string, string | undefined> = { 'locales/en/staff.json': '{}' };
  for (const locale of locales) texts[`locales/${locale}/site.json`] = '{ "about": "About" }';
  return Object.entries({ ...texts, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

function faultsOf(changes: Record<string, string | undefined>) {
  const read = readMessages(files(changes));
  return read.ok ? [] : read.faults;
}

test('gives the words of each language by the name of their file', () => {
  const read = readMessages(files({ 'locales/so/site.json': '\uFEFF{ "about": "Ku saabsan" }' }));
  expect(read.ok && read.messages.get('so')).toEqual({ site: { about: 'Ku saabsan' } });
});

test('a file that is missing, or that English does not have, is named', () => {
  expect(faultsOf({ 'locales/bn/site.json': undefined })).toEqual([
    { file: 'locales/bn/site.json', message: expect.stringContaining('this file is missing') },
  ]);
  expect(faultsOf({ 'locales/so/more.json': '{}' })).toEqual([
    { file: 'locales/so/more.json', message: expect.stringContaining('English has no such file') },
  ]);
});

test.each([
  ['a comma too few', '{\n  "a": "A"\n  "b": "B"\n}', 3],
  ['a comma too many', '{\n  "a": "A",\n}', 3],
  ['a quotation mark in the words', '{\n  "a": "An "A"",\n  "b": "B"\n}', 2],
  ['no end', '{\n  "a": "A",\n', 3],
])('%s is named with its line', (_what, text, line) => {
  expect(faultsOf({ 'locales/en/site.json': text })).toEqual([
    { file: 'locales/en/site.json', line, message: expect.stringContaining('cannot be read') },
  ]);
});

test('a file of something else than words is named', () => {
  expect(faultsOf({ 'locales/en/site.json': '[]' })).toEqual([
    { file: 'locales/en/site.json', line: 1, message: expect.stringContaining('no keys') },
  ]);
});
