import { expect, test } from 'vitest';
import { situationJsonLd } from '../../../../src/components/situation/situation-json-ld.ts';
import { aSituation } from '../../../support/directory/a-situation.ts';

test('a situation is a list of whom to ask, in order, in the language of the page', () => {
  const listings = [
    { slug: 'shelter', name: 'Shelter' },
    { slug: 'law-centre', name: 'Law Centre' },
  ];
  const site = new URL('https://support.example.org');

  expect(situationJsonLd(aSituation('evicted'), listings, 'bn', site)).toMatchObject({
    '@type': 'ItemList',
    name: 'evicted bn',
    itemListElement: [
      {
        position: 1,
        name: 'Shelter',
        url: 'https://support.example.org/bn/organisations/shelter/',
      },
      { position: 2, name: 'Law Centre' },
    ],
  });
});
