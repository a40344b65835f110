import { expect, test } from 'vitest';
import { listingJsonLd } from '../../../../src/components/listing/listing-json-ld.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const facts = (fields: Parameters<typeof aListing>[1], parent?: ReturnType<typeof aListing>) =>
  JSON.parse(JSON.stringify(listingJsonLd(aListing('bow-lunch-club', fields), parent)));

test('an organisation gives the contacts that its page shows', () => {
  expect(
    facts({
      name: 'Bow Lunch Club',
      phone: '020 7364 5000',
      address: '1 Bow Road',
      postcode: 'E3 5AB',
    }),
  ).toMatchObject({
    '@type': 'Organization',
    name: 'Bow Lunch Club',
    telephone: '020 7364 5000',
    address: { '@type': 'PostalAddress', streetAddress: '1 Bow Road', postalCode: 'E3 5AB' },
  });
});

test('a part of an organisation is a service that the organisation provides', () => {
  const parent = aListing('bow-club', { name: 'Bow Club' });

  expect(facts({ partOf: 'bow-club', languages: ['en', 'bn'] }, parent)).toMatchObject({
    '@type': 'Service',
    provider: { '@type': 'Organization', name: 'Bow Club' },
    availableChannel: { availableLanguage: ['en', 'bn'] },
  });
});

test('what is not known is left out', () => {
  const known = facts({ phone: undefined, address: undefined, postcode: undefined });

  expect(known).not.toHaveProperty('telephone');
  expect(known).not.toHaveProperty('address');
});
