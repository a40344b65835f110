import { describe, expect, test } from 'vitest';
import { findRelated, organisationOf } from '../../../src/directory/related.ts';
import { aListing, directoryOf } from '../../support/directory/a-listing.ts';

const hall = aListing('hall');
const advice = aListing('advice', { partOf: 'hall' });
const cafe = aListing('cafe', { partOf: 'hall' });
const debt = aListing('debt-advice', { partOf: 'advice' });
const shut = aListing('shut', { partOf: 'hall', status: 'closed' });
const stranger = aListing('stranger');
const directory = directoryOf(hall, advice, cafe, debt, shut, stranger);

describe('others of the same organisation', () => {
  test('are parent, siblings and children, closed ones left out', () => {
    expect(findRelated(advice, directory)).toEqual({
      parent: hall,
      siblings: [cafe],
      children: [debt],
    });
  });

  test('are none for a listing that stands alone', () => {
    expect(findRelated(stranger, directory)).toEqual({
      parent: undefined,
      siblings: [],
      children: [],
    });
  });

  test('belong to the organisation at the top of the tree', () => {
    const top = [hall, advice, debt, stranger].map((listing) =>
      organisationOf(listing, directory.findListing),
    );
    expect(top).toEqual(['hall', 'hall', 'hall', 'stranger']);
  });
});
