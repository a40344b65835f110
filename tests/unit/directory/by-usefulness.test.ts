import { expect, test } from 'vitest';
import { byUsefulness } from '../../../src/directory/by-usefulness.ts';
import type { PublicListing } from '../../../src/directory/public-listing.ts';
import { aListing } from '../../support/directory/a-listing.ts';

// Equal in everything: each pair below differs in one way.
const equal = { offers: ['advice'], areaServed: 'Testham', phone: '020 7000 0001' };

test.each<[string, Partial<PublicListing>, Partial<PublicListing>]>([
  ['the main need before another', { needs: ['debt'] }, { needs: ['food', 'debt'] }],
  [
    'a kind of help that answers the need before another kind',
    { offers: ['advice', 'goods'] },
    { offers: ['goods', 'advice'] },
  ],
  [
    'one that also gives it before one that does not',
    { offers: ['goods', 'advice'] },
    { offers: ['goods'] },
  ],
  ['any kind of help before a landlord', { offers: ['goods'] }, { offers: ['landlord', 'advice'] }],
  ['any kind of help before a campaign', { offers: ['goods'] }, { offers: ['representation'] }],
  ['the whole borough before a part of it', {}, { areaServed: 'Bow' }],
  ['all of London before a part of the borough', { areaServed: 'London' }, { areaServed: 'Bow' }],
  ['a phone before an e-mail', {}, { phone: undefined, email: 'a@example.org' }],
  [
    'an e-mail before a door',
    { phone: undefined, email: 'a@example.org' },
    { phone: undefined, postcode: 'E1 4AA' },
  ],
  ['a door before a website', { phone: undefined, address: '1 Bow Road' }, { phone: undefined }],
  ['a website before nothing', { phone: undefined }, { phone: undefined, website: undefined }],
])('%s, whatever the names', (_rule, better, worse) => {
  const first = aListing('z', { needs: ['debt'], ...equal, ...better });
  const second = aListing('a', { needs: ['debt'], ...equal, ...worse });

  expect(sorted([second, first])).toEqual(['z', 'a']);
});

test('the main need outweighs all that follows, and names decide only between equals', () => {
  const listings = [
    aListing('b', { needs: ['debt'], ...equal }),
    aListing('unreachable', { needs: ['debt'], offers: ['landlord'], website: undefined }),
    aListing('other-need', { needs: ['food', 'debt'], ...equal }),
    aListing('a', { needs: ['debt'], ...equal }),
  ];

  expect(sorted(listings)).toEqual(['a', 'b', 'unreachable', 'other-need']);
});

test('of a need that names no kind of help, any kind answers it', () => {
  const listings = [
    aListing('b', { needs: ['debt'], ...equal, offers: ['advice'] }),
    aListing('a', { needs: ['debt'], ...equal, offers: ['goods'] }),
  ];

  expect(sorted(listings, [])).toEqual(['a', 'b']);
});

function sorted(listings: PublicListing[], offers = ['advice']) {
  const compare = byUsefulness({ need: { slug: 'debt', offers }, borough: 'Testham' });
  return listings.toSorted(compare).map(({ slug }) => slug);
}
