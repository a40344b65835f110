import { expect, test } from 'vitest';
import { splitAtPhones } from '../../../../src/components/listing/phone-numbers.ts';

const phonesIn = (text: string) =>
  splitAtPhones(text)
    .filter((part) => part.isPhone)
    .map((part) => part.text);

test.each([
  ['Phone 0800 035 1991 and ask.', ['0800 035 1991']],
  ['Ring 0800 58 58 58, or 020 8571 9595.', ['0800 58 58 58', '020 8571 9595']],
  ['Ring 116 123. In danger, ring 999.', ['116 123', '999']],
  ['Text SHOUT to 85258.', []],
  ['Open since 1999, 2 to 4.', []],
  ['Charity 01134423.', []],
])('in “%s” the phone numbers are %j', (text, phones) => {
  expect(phonesIn(text)).toEqual(phones);
});

test('no word of the sentence is lost', () => {
  const text = 'Ring 0800 58 58 58, or 020 8571 9595.';

  expect(
    splitAtPhones(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
