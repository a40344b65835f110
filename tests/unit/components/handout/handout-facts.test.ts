/**
 * Covers src/components/handout/handout-notices.ts, src/components/handout/handout-options.ts,
 * src/components/shortlist/fact-words.ts.
 */
import { describe, expect, test } from 'vitest';
import { toHandoutFacts } from '../../../../src/components/handout/handout-facts.ts';
import { toHandoutNotices } from '../../../../src/components/handout/handout-notices.ts';
import {
  parseHandoutOptions,
  toHandoutQuery,
} from '../../../../src/components/handout/handout-options.ts';
import type { PublicListing } from '../../../../src/directory/public-listing.ts';
import type { Fact } from '../../../../src/directory/reading/histories.ts';
import type { Locale } from '../../../../src/i18n/locale.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const TODAY = '2026-11-22';
const lists = {
  needGroups: [],
  audiences: [],
  areas: [],
  kinds: [],
  offers: [],
  needs: [
    {
      slug: 'food',
      group: 'money',
      label: { en: 'Food', bn: 'খাবার', so: 'Cunto' },
      intro: { en: 'Food.', bn: 'খাবার।', so: 'Cunto.' },
      first: [],
      offers: [],
    },
  ],
  costs: [{ slug: 'free', label: { en: 'Free', bn: 'বিনামূল্যে', so: 'Bilaash' } }],
  languages: [{ slug: 'en', label: { en: 'English', bn: 'ইংরেজি', so: 'Ingiriisi' } }],
  access: [{ slug: 'drop-in', label: { en: 'Drop in', bn: 'সরাসরি চলে আসুন', so: 'Iska soo gal' } }],
};
const bank = aListing('food-bank', {
  summary: 'Free food for your home',
  firstStep: 'Come to a session.',
  access: ['drop-in'],
  phone: '020 7946 0000',
  email: 'hello@example.org',
  website: 'https://www.example.org/food/',
  address: '1 High Street',
  postcode: 'E3 4AB',
  hours: 'Mondays',
});

describe('a handout in English alone', () => {
  test('tells how to reach a listing, then what it is, in the order people need', () => {
    expect(factsOf(bank, 'en').map(({ label, en }) => [label.en, ...en])).toEqual([
      ['What you get', 'Free food for your home'],
      ['How to start', 'Come to a session.'],
      ['Phone', '020 7946 0000'],
      ['E-mail and website', 'hello@example.org', 'example.org/food'],
      ['Where', '1 High Street', 'E3 4AB'],
      ['When', 'Mondays'],
      ['Cost', 'Free'],
      ['Languages', 'English'],
      ['How sure we are', 'Not checked yet: ring first to make sure.'],
    ]);
    expect(factsOf(bank, 'en').filter(({ label }) => label.beside !== '')).toEqual([]);
  });

  test('tells beside a number what to say or press there', () => {
    const facts = factsOf({ ...bank, phoneNote: 'Extension 12' }, 'en');

    expect(fact(facts, 'Phone').en).toEqual(['020 7946 0000', 'Extension 12']);
  });

  test('leaves out what nobody knows, but says how to start', () => {
    const facts = factsOf(aListing('bare', { website: undefined }), 'en');

    expect(facts.map(({ label }) => label.en)).not.toContain('When');
    expect(fact(facts, 'How to start').en[0]).toContain('social prescriber');
  });
});

describe('a handout in English beside Bengali', () => {
  test('says needs in Bengali where a listing is described in English alone', () => {
    const facts = factsOf(bank, 'bn');

    expect(fact(facts, 'What you get')).toMatchObject({
      en: ['Free food for your home'],
      beside: ['খাবার (বিস্তারিত ইংরেজিতে)'],
    });
    expect(fact(facts, 'How to start').beside).toEqual(['সরাসরি চলে আসুন (বিস্তারিত ইংরেজিতে)']);
    expect(fact(facts, 'Cost').beside).toEqual(['বিনামূল্যে']);
  });

  test('uses a translation where there is one, without a mark', () => {
    const translated = { ...bank, translations: { bn: { summary: 'বাড়ির জন্য খাবার' } } };

    expect(fact(factsOf(translated, 'bn'), 'What you get').beside).toEqual(['বাড়ির জন্য খাবার']);
    expect(fact(factsOf(translated, 'so'), 'What you get').beside).toEqual([
      'Cunto (faahfaahintu waa Ingiriisi)',
    ]);
  });

  test('says numbers and places once, and marks the label of what is English alone', () => {
    const facts = factsOf(bank, 'bn');

    expect(fact(facts, 'Phone')).toMatchObject({ beside: 'same', label: { beside: 'ফোন' } });
    expect(fact(facts, 'When')).toMatchObject({
      beside: 'english',
      label: { beside: 'কখন (বিস্তারিত ইংরেজিতে)' },
    });
  });

  test('says the days of sessions in Bengali', () => {
    const session = { days: ['mon' as const], opens: '10:00', closes: '12:00', what: 'Tea' };
    const when = fact(factsOf({ ...bank, hours: undefined, sessions: [session] }, 'bn'), 'When');

    expect(when.en).toEqual(['Monday: 10am to midday (Tea)']);
    expect(when.beside[0]).toMatch(/^সোমবার: .*\(বিস্তারিত ইংরেজিতে\)$/);
  });
});

test('where a listing keeps its address secret, a handout says so in both languages', () => {
  const refuge = { ...bank, address: undefined, postcode: undefined, confidentialAddress: true };
  const where = fact(factsOf(refuge, 'so'), 'Where');

  expect(where.en[0]).toMatch(/^The address is kept secret/);
  expect(where.beside).toHaveLength(1);
});

describe('before the facts of a listing', () => {
  const nowhere = { phone: undefined, email: undefined, website: undefined, address: undefined };
  const notices = (listing: PublicListing, facts: Fact[], beside: Locale) =>
    toHandoutNotices({ state: 'listed', listing, facts }, beside);

  test('stands nothing, as a rule', () => {
    expect(notices(bank, [], 'bn')).toEqual([]);
  });

  test('stands that it has closed, or cannot be reached', () => {
    expect(notices({ ...bank, status: 'closed' }, ['status'], 'en')).toEqual([
      { en: 'This has closed.', beside: '' },
    ]);
    expect(notices({ ...bank, ...nowhere, status: 'paused' }, [], 'so')).toHaveLength(2);
  });

  test('stands what has changed since the list was made', () => {
    expect(notices(bank, ['phone', 'hours'], 'so')[0]).toMatchObject({
      en: 'Changed since this list was made: phone, days and times',
    });
  });
});

describe('the options of a handout', () => {
  test.each([
    ['en', '', { beside: 'en', isLarge: false }],
    ['bn', '', { beside: 'bn', isLarge: false }],
    ['bn', 'with=en&size=large', { beside: 'en', isLarge: true }],
    ['en', 'with=so&size=huge', { beside: 'so', isLarge: false }],
    ['so', 'with=<b>', { beside: 'so', isLarge: false }],
  ] as const)('on a page in %s, asked for "%s"', (locale, query, options) => {
    expect(parseHandoutOptions(new URLSearchParams(query), locale)).toEqual(options);
  });

  test('stand in its address after the list', () => {
    const list = { slugs: ['a', 'b'], made: '2026-05-12' };

    expect(toHandoutQuery(list, { beside: 'bn', isLarge: true })).toBe(
      '?items=a.b&made=2026-05-12&with=bn&size=large',
    );
  });
});

function factsOf(listing: PublicListing, beside: Locale) {
  return toHandoutFacts({ listing, lists, today: TODAY }, beside);
}

function fact(facts: ReturnType<typeof toHandoutFacts>, label: string) {
  const found = facts.find((each) => each.label.en === label);
  if (!found) throw new Error(`No fact "${label}"`);
  return found;
}

test('a handout says what somebody told us is wrong, in both languages', () => {
  const listing = aListing('a');
  const reported = [{ day: '2026-05-03', facts: ['phone'] as const }];
  const [notice] = toHandoutNotices({ state: 'listed', listing, facts: [] }, 'so', reported).slice(
    -1,
  );

  expect(notice?.en).toContain('3 May 2026 that this may be wrong: the phone number.');
  expect(notice?.beside).toContain('telefoonka');
});
