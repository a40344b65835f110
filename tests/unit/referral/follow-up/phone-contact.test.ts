import { expect, test } from 'vitest';
import { findPhoneContact } from '../../../../src/referral/follow-up/phone-contact.ts';
import { directory } from '../../../../src/wiring.ts';
import { practices } from '../../../support/referral/a-routing.ts';

const { site } = directory;
const withPhone = practices.map((practice) => ({ ...practice, phone: '020 7946 0001' }));

test('the service itself comes first, once it has a number', () => {
  const own = { ...site, phone: '020 7946 0000' };

  expect(findPhoneContact('F84001', { site: own, practices: withPhone })).toMatchObject({
    who: 'service',
    phone: '020 7946 0000',
  });
});

test('then the practice that was chosen', () => {
  expect(findPhoneContact('F84001', { site, practices: withPhone })).toEqual({
    who: 'practice',
    name: 'Bow Practice',
    phone: '020 7946 0001',
  });
});

test.each([['F84001'], ['F99999'], ['not-sure'], [undefined]])(
  'then Tower Hamlets Connect, where %s has no number',
  (practice) => {
    expect(findPhoneContact(practice, { site, practices })).toMatchObject({
      who: 'other-body',
      name: 'Tower Hamlets Connect',
      phone: '0300 303 6070',
    });
  },
);

test('nobody, rather than a number that is in no file', () => {
  expect(
    findPhoneContact('F84001', { site: { ...site, linksOut: [] }, practices }),
  ).toBeUndefined();
});
