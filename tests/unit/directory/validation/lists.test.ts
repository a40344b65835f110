/** Covers src/directory/lists.ts, src/directory/validation/practices.ts, src/directory/validation/site.ts. */
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { contentFolder, problemsOf } from '../../../support/directory/content.ts';

const label = (en: string) => ({ en, bn: `${en} bn`, so: `${en} so` });

describe('the lists', () => {
  test('a missing translation is reported', () => {
    const audiences = [{ slug: 'everyone', label: { en: 'Everyone', bn: 'সবাই' } }];
    expect(problemsOf({ 'lists/audiences.yaml': audiences })).toEqual([
      'lists/audiences.yaml, label.so, number 1: this field is missing. Every file of this kind needs it.',
    ]);
  });

  test('a value or a label listed twice is reported', () => {
    const costs = [
      { slug: 'free', label: label('Free') },
      { slug: 'unknown', label: { ...label('Ask'), en: 'Free' } },
      { slug: 'free', label: label('Gratis') },
    ];
    expect(problemsOf({ 'lists/costs.yaml': costs })).toEqual([
      "lists/costs.yaml, label.en, number 2: 'Free' is listed twice. Keep one.",
      "lists/costs.yaml, slug, number 3: 'free' is listed twice. Keep one.",
    ]);
  });

  test('a need in an unknown group, and a group without needs, are reported', () => {
    const needs = {
      groups: [
        { slug: 'money', label: label('Money') },
        { slug: 'people', label: label('People') },
      ],
      needs: [{ slug: 'food', group: 'mony', label: label('Food'), intro: label('Eat.') }],
    };
    expect(problemsOf({ 'lists/needs.yaml': needs })).toEqual([
      "lists/needs.yaml, groups, number 1: no need is in the group 'money'. Put one in or take the group out.",
      "lists/needs.yaml, groups, number 2: no need is in the group 'people'. Put one in or take the group out.",
      "lists/needs.yaml, needs.group, number 1: found 'mony'; allowed: money, people; did you mean 'money'?",
    ]);
  });
});

describe('places', () => {
  test('each line that cannot be read is reported', () => {
    const csv =
      'postcode,latitude,longitude,ward\nE3 5AB,51.5,-0.1,Bow\nE35AC,51.5,-0.1,Bow\nE3 5AD,,-0.1,Bow\n';
    expect(problemsOf({ 'places/postcodes.csv': csv })).toEqual([
      expect.stringContaining("places/postcodes.csv: found 'E35AC,51.5,-0.1,Bow'"),
      expect.stringContaining("places/postcodes.csv: found 'E3 5AD,,-0.1,Bow'"),
    ]);
  });

  test('a missing file is reported', () => {
    expect(problemsOf({ 'places/postcodes.csv': undefined })).toEqual([
      'places/postcodes.csv: there is no postcode below the header line.',
    ]);
  });
});

describe('practices', () => {
  test('an unknown network, a code given twice, and faulty details are reported', () => {
    const practice = { name: 'A', address: '1 Bow Road', postcode: 'E3 5AB', network: 'U1' };
    const practices = {
      networks: [{ code: 'U1', name: 'Network 1' }],
      practices: [
        { ...practice, odsCode: 'F84001', network: 'U2' },
        { ...practice, odsCode: 'F84001', phone: '5' },
        {
          ...practice,
          odsCode: 'F84003',
          postcode: 'e3 5ab',
          branchSites: [{ name: 'B', postcode: 'E3' }],
        },
      ],
    };
    expect(problemsOf({ 'practices.yaml': practices })).toEqual([
      "practices.yaml, practices.network, number 1: found 'U2'; allowed: U1; did you mean 'U1'?",
      "practices.yaml, practices.odsCode, number 2: 'F84001' is listed twice. Keep one.",
      expect.stringContaining("practices.yaml, practices.phone, number 2: found '5'"),
      "practices.yaml, practices.postcode, number 3: found 'e3 5ab'; write it 'E3 5AB'.",
      expect.stringContaining('practices.yaml, practices.branchSites.postcode, number 3, 1:'),
    ]);
  });

  test('a code that is not an ODS code is reported', () => {
    const practice = {
      odsCode: 'F8401',
      name: 'A',
      address: 'B',
      postcode: 'E3 5AB',
      network: 'U1',
    };
    expect(problemsOf({ 'practices.yaml': { networks: [], practices: [practice] } })).toEqual([
      "practices.yaml, practices.odsCode, number 1: found 'F8401'; an ODS code is a letter and 5 digits: F84012.",
    ]);
  });
});

describe('site.yaml', () => {
  test('a link that dials another number than it shows is reported', () => {
    expect(problemsOf({ 'site.yaml': siteWith({ phone: '116 123', dial: '116132' }) })).toEqual([
      'site.yaml, crisisLines.dial, number 1: dials 116132, but the page shows 116 123. Write "116123".',
    ]);
  });

  test('a kind of danger without a line is reported', () => {
    expect(problemsOf({ 'site.yaml': siteWith({ for: ['danger', 'suicide'] }) })).toEqual([
      "site.yaml, crisisLines: no line is for 'emergency'. Someone in that need would be shown no number.",
    ]);
  });
});

function siteWith(line: Record<string, unknown>): string {
  const site = contentFolder().files.find((file) => file.path === 'site.yaml');
  const { crisisLines, ...rest } = parse(site?.text ?? '');
  return stringify({ ...rest, crisisLines: [{ ...crisisLines[0], ...line }] });
}
