/**
 * Covers src/directory/validation/listing-texts.ts, src/directory/validation/personal-details.ts,
 * src/directory/validation/plain-text.ts.
 */
import { describe, expect, test } from 'vitest';
import {
  listingFields,
  noticesOf,
  problemsOf,
  problemsOfListing,
} from '../../../support/directory/content.ts';

const FILE = 'organisations/bow-lunch-club.yaml';
const noticesOfListing = (fields: Record<string, unknown>) =>
  noticesOf({ [FILE]: listingFields(fields) });

describe('signs that people would see as they stand', () => {
  test.each([
    ['a tag', 'A <b>hot</b> lunch', "found '<b>'"],
    ['a line break', 'A hot<br/>lunch', "found '<br/>'"],
    ['an entity', 'Tea &amp; cake', "found '&amp;', which people would see as it stands. Write &."],
    ['a numbered entity', 'It&#8217;s free', "found '&#8217;'"],
    ['bold', 'A **hot** lunch', "found '**'"],
    ['a link', '[Lunch](https://a.example)', "found '](https:'"],
  ])('%s is a problem', (_what, summary, message) => {
    expect(problemsOfListing({ summary })).toEqual([
      expect.stringContaining(`${FILE}, summary: ${message}`),
    ]);
  });

  test('they are found in lists, situations and the site as well', () => {
    const [problem] = problemsOf({
      'lists/costs.yaml': [
        { slug: 'free', label: { en: 'Free', bn: 'ফ্রি', so: '<i>Bilaash</i>' } },
        { slug: 'unknown', label: { en: 'Unknown', bn: 'জানা নেই', so: 'Lama garanayo' } },
      ],
    });
    expect(problem).toContain("lists/costs.yaml, label.so, number 1: found '<i>'");
  });

  test.each([
    ['an ampersand', { summary: 'Tea & cake, 3 < 4; free' }],
    ['an address with one', { website: 'https://a.example/?a=1&copy;=2' }],
    ['a source with one', { trust: { sources: ['https://a.example/?a&lt;b'] } }],
  ])('%s is fine', (_what, fields) => {
    expect(problemsOfListing(fields)).toEqual([]);
  });
});

describe('what stands for something that is not known', () => {
  test.each([
    ['hours', 'TBC'],
    ['hours', 'To be confirmed'],
    ['hours', 'n/a'],
    ['hours', '9-5?'],
    ['hours', 'Mondays (tbc)'],
    ['summary', 'xxx'],
    ['description', 'Lorem ipsum dolor sit amet'],
    ['firstStep', '???'],
    ['address', 'unknown'],
  ])('in %s, %s is a problem', (field, text) => {
    expect(problemsOfListing({ [field]: text })).toEqual([
      expect.stringContaining(`${FILE}, ${field}: found '`),
    ]);
  });

  test.each([
    ['hours', 'Open twice a week (days not given)'],
    ['hours', 'Evenings; ring for times'],
    ['summary', 'Are you lonely? Come for tea'],
    ['description', 'A test of your eyes, for none but you.'],
    ['otherNames', ['NA', 'TBCT']],
  ])('in %s, %s is fine', (field, text) => {
    expect(problemsOfListing({ [field]: text })).toEqual([]);
  });
});

describe('phone numbers in texts', () => {
  test.each([
    [
      'Ring 020 7364 500.',
      "found '020 7364 500' (10 digits). Numbers that begin with 020 have 11.",
    ],
    ['Ring 0300 123 45678 and ask.', "found '0300 123 45678' (12 digits)"],
  ])('%s is a problem', (firstStep, message) => {
    expect(problemsOfListing({ firstStep })).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    'Ring 020 7364 5000.',
    'Ring 020 7008 1500 24 hours a day.',
    'Ring 0800 1111, or 0808 808 00 00.',
    'Opens 0900 to 1700, £0.50 each.',
    'Since 01 05 2020.',
  ])('%s is fine', (firstStep) => {
    expect(problemsOfListing({ firstStep })).toEqual([]);
  });
});

describe('people in texts', () => {
  test.each([
    ['firstStep', 'Ask for Fatima.', "found 'Ask for Fatima'"],
    ['firstStep', 'Speak to Mrs Begum at the desk.', "found 'Mrs Begum'"],
    ['description', 'A class run by Mohammed Ali.', "found 'run by Mohammed Ali'"],
    ['editorsNote', 'The coordinator: Sarah Smith.', "found 'coordinator: Sarah Smith'"],
    ['firstStep', 'Text 07700 900123.', "found '07700 900123', a mobile."],
    ['hours', 'Mondays; write to club@gmail.com', "found 'club@gmail.com', which may be"],
  ])('in %s, "%s" is worth a look', (field, text, message) => {
    expect(problemsOfListing({ [field]: text })).toEqual([]);
    expect(noticesOfListing({ [field]: text })).toEqual([
      expect.stringContaining(`${FILE}, ${field}: ${message}`),
    ]);
  });

  test.each([
    [
      'a name with a mobile number',
      'Ask for Fatima on 07700 900123.',
      "found 'Ask for Fatima' and",
    ],
    ['a mailbox with a name', 'Write to john.smith@example.org.', "found 'john.smith@example.org'"],
  ])('%s is a problem', (_what, firstStep, message) => {
    expect(problemsOfListing({ firstStep })).toEqual([expect.stringContaining(message)]);
    expect(noticesOfListing({ firstStep })).toEqual([]);
  });

  test.each([
    'Contact Grace House.',
    'Ring Mary Ward Centre.',
    'Ask for the coordinator.',
    'See the page, or write to info@example.org.',
    'Call Victoria Park Café.',
  ])('"%s" names nobody', (firstStep) => {
    const phone = '020 7364 5000';
    expect(noticesOfListing({ firstStep, phone })).toEqual([]);
    expect(problemsOfListing({ firstStep, phone })).toEqual([]);
  });

  test('a listing that has a name of its own from a person may be named', () => {
    const fields = { name: 'Sarah’s Tea', firstStep: 'Visit Sarah’s Tea.' };
    expect(noticesOfListing(fields)).toEqual([]);
  });
});

describe('a translation', () => {
  test('that is English is a problem, in letters of English or of both', () => {
    const translations = {
      bn: { summary: 'A hot lunch' },
      so: { summary: 'A hot lunch and company', description: 'You can have tea with the others.' },
    };
    expect(problemsOfListing({ translations })).toEqual([
      expect.stringContaining(
        'translations.bn.summary: this is English, and would be read as বাংলা.',
      ),
      expect.stringContaining('translations.so.summary: this is English'),
      expect.stringContaining('translations.so.description: this is English'),
    ]);
  });

  test('in the language is fine', () => {
    const translations = {
      bn: { summary: 'গরম দুপুরের খাবার' },
      so: { summary: 'Qado kulul iyo wehel' },
    };
    expect(problemsOfListing({ translations })).toEqual([]);
  });
});
