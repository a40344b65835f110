import { expect, test } from 'vitest';
import { toLanguageChoices } from '../../../../../src/components/refer/steps/language-choices.ts';
import { aLabel } from '../../../../support/directory/a-label.ts';

const languages = [
  { slug: 'pl', label: { ...aLabel('Polish'), bn: 'পোলিশ' } },
  { slug: 'so', label: aLabel('Somali') },
  { slug: 'cs', label: { ...aLabel('Czech'), bn: 'চেক' } },
  { slug: 'am', label: { ...aLabel('Amharic'), bn: 'আমহারিক' } },
];
const slugs = (locale: 'en' | 'bn') => toLanguageChoices(languages, locale).map(({ slug }) => slug);

test('languages to choose from: those of the site, then by name', () => {
  expect(slugs('en')).toEqual(['so', 'am', 'cs', 'pl']);
});

test('names stand in the order of the letters that they are read in', () => {
  expect(slugs('bn')).toEqual(['so', 'am', 'cs', 'pl']);
  const swapped = languages.map((each) =>
    each.slug === 'pl' ? { ...each, label: { ...each.label, bn: 'অ' } } : each,
  );
  expect(toLanguageChoices(swapped, 'bn')[1]?.slug).toBe('pl');
});
