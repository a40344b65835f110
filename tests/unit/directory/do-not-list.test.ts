/** Covers src/directory/validation/do-not-listed.ts and src/directory/plain-name.ts. */
import { describe, expect, test } from 'vitest';
import { findDoNotList, toDoNotListEntry } from '../../../src/directory/do-not-list.ts';
import { aListing } from '../../support/directory/a-listing.ts';
import { listingFields, problemsOf } from '../../support/directory/content.ts';

const entry = { name: 'Bow Lunch Club', otherNames: ['BLC'], asked: '2026-11-20' };

describe('who asked not to be listed', () => {
  test.each([
    ['under its name, whatever small words and marks', { name: 'The Bow Lunch-Club' }],
    ['under another name', { name: 'Lunch in Bow', otherNames: ['BLC'] }],
    ['under another name that it had', { name: 'blc' }],
    ['by its file', { name: 'Other', slug: 'bow-lunch-club' }],
    ['by its phone', { name: 'Other', phone: '02079460001' }],
    ['by its website', { name: 'Other', website: 'http://club.example/' }],
    ['by its charity number', { name: 'Other', charityNumber: '1 234 567' }],
  ])('is known %s', (_how, known) => {
    const list = [
      {
        ...entry,
        slug: 'bow-lunch-club',
        phone: '020 7946 0001',
        website: 'https://www.club.example',
        charityNumber: '1234567',
      },
    ];

    expect(findDoNotList(list, known)?.name).toBe('Bow Lunch Club');
  });

  test('is nobody of whom nothing is the same', () => {
    expect(findDoNotList([entry], { name: 'Bow Tea Club', otherNames: [] })).toBeUndefined();
    expect(findDoNotList([entry], {})).toBeUndefined();
  });
});

test('what is remembered of a listing is its names and what it shares with no other', () => {
  const listing = aListing('lunch', {
    name: 'Lunch',
    otherNames: ['Dinner'],
    phone: '020 7946 0001',
    email: 'lunch@club.example',
    website: 'https://club.example/lunch',
    address: '1 Road',
  });
  const others = [aListing('tea', { phone: '02079460001', website: 'https://club.example' })];

  expect(toDoNotListEntry(listing, others, '2026-11-20')).toEqual({
    slug: 'lunch',
    name: 'Lunch',
    otherNames: ['Dinner'],
    asked: '2026-11-20',
    email: 'lunch@club.example',
    website: 'https://club.example/lunch',
  });
});

describe('the check of the content', () => {
  const found = (changes: Record<string, unknown>) =>
    problemsOf({ 'organisations/lunch.yaml': listingFields({ name: 'Lunch' }), ...changes });

  test('refuses a listing of somebody who asked not to be listed, and says what to do', () => {
    expect(found({ 'do-not-list.yaml': [{ name: 'Lunch', asked: '2026-11-20' }] })).toEqual([
      expect.stringMatching(
        /^organisations\/lunch\.yaml, name: 'Lunch' asked on 2026-11-20 not to be listed .*Delete this file/,
      ),
    ]);
    expect(found({ 'do-not-list.yaml': [{ name: 'Tea', asked: '2026-11-20' }] })).toEqual([]);
    expect(found({ 'do-not-list.yaml': [] })).toEqual([]);
  });

  test('refuses a wish without its day, or of tomorrow', () => {
    expect(found({ 'do-not-list.yaml': [{ name: 'Tea' }] })[0]).toMatch(
      /^do-not-list\.yaml, .*asked/,
    );
    expect(found({ 'do-not-list.yaml': [{ name: 'Tea', asked: '2026-11-23' }] })[0]).toContain(
      'after today',
    );
  });
});
