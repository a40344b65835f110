import { expect, test } from 'vitest';
import { findByBeginning } from '../../../src/search/listings-by-name.ts';
import { aListing } from '../../support/a-listing.ts';

const listings = [
  aListing('age-uk', { name: 'Age UK East London' }),
  aListing('bow-foodbank', { name: 'Bow Foodbank' }),
  aListing('foodcycle-bow', { name: 'FoodCycle Bow' }),
  aListing('st-hildas', { name: "St Hilda's East", otherNames: ['The Hilda Centre'] }),
  aListing('bow-old', { name: 'Bow Old Hall', status: 'closed' }),
];

test('names that begin as typed come before names that hold the words', () => {
  expect(namesFor('foo')).toEqual(['FoodCycle Bow', 'Bow Foodbank']);
  expect(namesFor('bow f')).toEqual(['Bow Foodbank', 'FoodCycle Bow']);
});

test('other names and missing apostrophes lead to the listing too', () => {
  expect(namesFor('hilda centre')).toEqual(["St Hilda's East"]);
  expect(namesFor('st hildas')).toEqual(["St Hilda's East"]);
});

test('closed listings are not suggested', () => {
  expect(namesFor('bow old')).toEqual([]);
});

test('no more are given than asked for', () => {
  expect(findByBeginning(listings, 'bow', 1).map(({ slug }) => slug)).toEqual(['bow-foodbank']);
});

function namesFor(typed: string) {
  return findByBeginning(listings, typed, 5).map(({ name }) => name);
}
