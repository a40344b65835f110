import { expect, test } from 'vitest';
import { isStillEnglish } from '../../../src/i18n/still-english.ts';

test('a text in Latin letters is no Bengali', () => {
  expect(isStillEnglish('bn', 'Free lunch', 'Free lunch')).toBe(true);
  expect(isStillEnglish('bn', 'A hot meal', undefined)).toBe(true);
  expect(isStillEnglish('bn', 'বিনামূল্যে lunch', 'Free lunch')).toBe(false);
  expect(isStillEnglish('bn', '020 7364', '020 7364')).toBe(false);
  expect(isStillEnglish('bn', 'GP', 'GP')).toBe(false);
});

test('a text of four words that is the same as English is no Somali, whatever its marks', () => {
  const english = 'Ring and ask for a place.';
  expect(isStillEnglish('so', 'ring and ask for a place', english)).toBe(true);
  expect(isStillEnglish('so', 'Wac oo weydii boos', english)).toBe(false);
  expect(isStillEnglish('so', 'Bow Foodbank E3', 'Bow Foodbank E3')).toBe(false);
});

test('a text with three small words of English is no Somali, whatever English says', () => {
  expect(isStillEnglish('so', 'You can have lunch with others', 'Free lunch')).toBe(true);
  expect(isStillEnglish('so', 'Ka wac The Royal London Hospital and ward', 'Ring')).toBe(false);
});

test('English is English', () => {
  expect(isStillEnglish('en', 'Ring and ask for a place', undefined)).toBe(false);
});
