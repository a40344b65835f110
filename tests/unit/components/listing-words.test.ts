/**
 * Covers src/components/listing/labels.ts, src/components/listing/translated-text.ts,
 * src/i18n/language-marks.ts.
 */
import { expect, test } from 'vitest';
import { labelsOf } from '../../../src/components/listing/labels.ts';
import { translatedText } from '../../../src/components/listing/translated-text.ts';
import { aListing } from '../../support/directory/a-listing.ts';

const listing = aListing('bow-lunch-club', {
  summary: 'A hot lunch',
  firstStep: undefined,
  translations: { bn: { summary: 'গরম দুপুরের খাবার' } },
});

test("a listing's words come in the page's language where it has them", () => {
  expect(translatedText(listing, 'summary', 'bn')).toEqual({
    text: 'গরম দুপুরের খাবার',
    marks: {},
  });
});

test('else in English, marked so unless the page is English', () => {
  expect(translatedText(listing, 'summary', 'so')).toEqual({
    text: 'A hot lunch',
    marks: { lang: 'en' },
  });
  expect(translatedText(listing, 'summary', 'en')).toEqual({
    text: 'A hot lunch',
    marks: {},
  });
});

test('words that a listing lacks are lacking in every language', () => {
  expect(translatedText(listing, 'firstStep', 'so')).toBeUndefined();
});

test('values of a list are named in the language of the page, in their order', () => {
  const items = [
    { slug: 'women', label: { en: 'Women', bn: 'মহিলা', so: 'Haweenka' } },
    { slug: 'men', label: { en: 'Men', bn: 'পুরুষ', so: 'Ragga' } },
  ];

  expect(labelsOf(items, ['men', 'women'], 'so')).toEqual(['Ragga', 'Haweenka']);
});
