import { expect, test } from 'vitest';
import { toNoDistanceReason } from '../../../../src/search/results/no-distance.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const somewhere = { latitude: 51.51, longitude: -0.03 };

test.each([
  ['has a place', { position: somewhere }, undefined],
  ['keeps its address private', { confidentialAddress: true, access: ['phone'] }, 'private'],
  ['lies outside our postcodes', { postcode: 'N1 1AA' }, 'elsewhere'],
  ['helps by phone and online', { access: ['phone', 'online'], areaServed: 'UK' }, 'remote'],
  ['serves the borough', { access: ['phone', 'drop-in'], areaServed: 'Tower Hamlets' }, 'wide'],
  ['serves all of London', { areaServed: 'London' }, 'wide'],
  ['serves one neighbourhood', { areaServed: 'Bow' }, 'unknown'],
  ['says nothing', {}, 'unknown'],
])('a listing that %s: %#', (_what, fields, reason) => {
  expect(toNoDistanceReason(aListing('one', fields), 'Tower Hamlets')).toBe(reason);
});
