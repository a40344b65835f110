/** Covers src/directory/listing.ts. */
import { describe, expect, test } from 'vitest';
import { listingSchema } from '../../../src/directory/listing.ts';
import { editorsFields, toPublicListing } from '../../../src/directory/public-listing.ts';
import { listingFields } from '../../support/directory/content.ts';

const place = { postcode: 'E3 5AB', latitude: 51.53, longitude: -0.03, ward: 'Bow East' };
const fields = listingFields({
  address: '12 Hidden Road',
  postcode: 'E3 5AB',
  area: 'bow',
  editorsNote: 'Secret note',
  trust: { sources: ['Secret source'], collected: 2024, confidence: 'medium', checks: [] },
});

describe('a listing made public', () => {
  test('never carries the editors’ note, the sources or the confidence', () => {
    const published = JSON.stringify(toPublicListing(listing(fields), place));
    expect(published).not.toMatch(/Secret|medium|editorsNote|sources/);
    expect(published).toContain('12 Hidden Road');
  });

  test('carries no field that is not on the list of public ones', () => {
    const withMore = { ...listing(fields), addedLater: 'Secret' };
    expect(JSON.stringify(toPublicListing(withMore, place))).not.toContain('Secret');
  });

  test('leaves out no field but those of editors, wherever the schema has it', () => {
    const { trust, ...written } = listingSchema.shape;
    const names = [
      ...Object.keys(written),
      ...Object.keys(trust.shape).map((own) => `trust.${own}`),
    ];
    const shown = toPublicListing(listing(fields), place);
    const missing = names.filter((name) => !(name.replace('trust.', '') in shown));

    expect(missing.toSorted()).toEqual(editorsFields.toSorted());
  });

  test('says nothing of where a confidential one is', () => {
    const hidden = listing({ ...fields, confidentialAddress: true });
    expect(toPublicListing(hidden, place)).toMatchObject({
      address: undefined,
      postcode: undefined,
      area: undefined,
      ward: undefined,
      position: undefined,
      confidentialAddress: true,
    });
  });

  test('says nothing of where the sessions of a confidential one are', () => {
    const session = { days: ['mon'], opens: '10:00', closes: '11:00', where: '12 Hidden Road' };
    const sessionsOf = (confidentialAddress: boolean) =>
      toPublicListing(listing({ ...fields, sessions: [session], confidentialAddress }), place)
        .sessions;

    expect(sessionsOf(true)).toEqual([{ days: ['mon'], opens: '10:00', closes: '11:00' }]);
    expect(sessionsOf(false)).toEqual([session]);
  });
});

function listing(values: Record<string, unknown>) {
  return { ...listingSchema.parse(values), slug: 'bow-lunch-club' };
}
