import { describe, expect, test } from 'vitest';
import { validateConfidentialAddress } from '../../../../src/directory/validation/confidential-address.ts';
import type { ValidationContext } from '../../../../src/directory/validation/listing-draft.ts';
import {
  listingFields,
  parseFolder,
  problemsOf,
  problemsOfListing,
} from '../../../support/directory/content.ts';

const refuge = {
  confidentialAddress: true,
  address: 'Flat 3, 12b Hidden Rd, Bow',
  postcode: 'E3 5AB',
  area: 'bow',
};

describe('a confidential address', () => {
  test('never leaves the file', () => {
    const parsed = parseFolder({ 'organisations/bow-lunch-club.yaml': listingFields(refuge) });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const published = parsed.directory.findListing('bow-lunch-club');
    expect(JSON.stringify(published)).not.toMatch(/Hidden|E3 5AB|"bow"|51\.53|Bow East/);
  });

  test.each([
    ['the description', 'description', { description: 'Come to Hidden Road.' }],
    ['how to start', 'firstStep', { firstStep: 'Ring the bell at 12B, hidden road.' }],
    ['the hours', 'hours', { hours: 'Mondays at Hidden Rd' }],
    ['who it serves', 'areaServed', { areaServed: 'Hidden Road and nearby' }],
    ['who it is not for', 'notFor', { notFor: 'Neighbours in Hidden Road.' }],
    [
      'a translation',
      'translations.bn.description',
      { translations: { bn: { description: 'Hidden Road এ আসুন' } } },
    ],
    [
      'a session',
      'sessions.what, number 1',
      { sessions: [{ days: ['mon'], opens: '10:00', closes: '11:00', what: 'Tea, Hidden Road' }] },
    ],
    ['another name', 'otherNames, number 1', { otherNames: ['Hidden Road House'] }],
  ])('is found in %s', (_what, field, fields) => {
    expect(problemsOfListing({ ...refuge, ...fields })).toEqual([
      `organisations/bow-lunch-club.yaml, ${field}: this listing has a confidential address, but this text, which is published, holds the street of its address. Take it out.`,
    ]);
  });

  test('is found in a field that was added to listings, however deep', () => {
    const draft = {
      slug: 'bow-lunch-club',
      ...refuge,
      gettingHere: { bn: ['By bus', 'Get off at Hidden Road'] },
    };

    expect(validateConfidentialAddress(draft, nothingElse).map(({ field }) => field)).toEqual([
      ['gettingHere', 'bn', 1],
    ]);
  });

  test('is found in the name of the file, which is its address on the site', () => {
    const draft = { slug: 'hidden-road-refuge', ...refuge };

    expect(validateConfidentialAddress(draft, nothingElse).map(({ field }) => field)).toEqual([
      ['file name'],
    ]);
  });

  test('may stand where only editors read', () => {
    const draft = {
      editorsNote: 'The house in Hidden Road',
      trust: { sources: ['Letter from Hidden Road'], confidence: 'high', checks: [] },
    };

    expect(problemsOfListing({ ...refuge, ...draft })).toEqual([]);
  });

  test('any postcode in its texts is reported, with or without a space', () => {
    expect(problemsOfListing({ ...refuge, description: 'Near e35ab.' })).toEqual([
      expect.stringContaining('holds e35ab'),
    ]);
    expect(problemsOfListing({ confidentialAddress: true, hours: 'At E1 4AA' })).toEqual([
      expect.stringContaining('holds E1 4AA'),
    ]);
  });

  test('a listing that publishes the same street is reported', () => {
    expect(
      problemsOf({
        'organisations/bow-lunch-club.yaml': listingFields(refuge),
        'organisations/parent.yaml': listingFields({ name: 'Parent', address: '12 Hidden Road' }),
      }),
    ).toEqual([
      'organisations/bow-lunch-club.yaml, confidentialAddress: content/organisations/parent.yaml publishes the same street or postcode. Make that one confidential too, or take its address out.',
    ]);
  });

  test('the name of the neighbourhood in a text is fine', () => {
    expect(problemsOfListing({ ...refuge, description: 'For women in Bow.' })).toEqual([]);
  });

  test('an address that is not confidential may stand in a text', () => {
    expect(
      problemsOfListing({ ...refuge, confidentialAddress: false, hours: 'Hidden Road, E3 5AB' }),
    ).toEqual([]);
  });
});

const nothingElse: ValidationContext = {
  today: '2026-11-22',
  allowed: {
    needs: undefined,
    offers: undefined,
    audiences: undefined,
    access: undefined,
    cost: undefined,
    area: undefined,
    languages: undefined,
    kind: undefined,
  },
  places: undefined,
  postcodesOf: new Map(),
  noted: new Set<string>(),
  doNotList: [],
  drafts: new Map(),
};
