import { describe, expect, test } from 'vitest';
import { hasNoContact, telHref } from '../../../src/directory/contact.ts';
import { aListing } from '../../support/directory/a-listing.ts';

describe('contact', () => {
  test.each([
    ['020 7364 5000', 'tel:+442073645000'],
    ['0800 58 58 58', 'tel:+44800585858'],
    ['+44 20 7364 5000', 'tel:+442073645000'],
    ['0800 1111', 'tel:08001111'],
    ['116 123', 'tel:116123'],
    ['999', 'tel:999'],
  ])('%s is rung by %s', (phone, href) => {
    expect(telHref(phone)).toBe(href);
  });

  test.each(['phone', 'email', 'address', 'website'] as const)('a %s is a contact', (field) => {
    const unreachable = aListing('a', { website: undefined, postcode: 'E3 5AB', area: 'bow' });
    expect(hasNoContact(unreachable)).toBe(true);
    expect(hasNoContact({ ...unreachable, [field]: 'x' })).toBe(false);
  });
});
