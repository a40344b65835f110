import { describe, expect, test } from 'vitest';
import { listingFields, noticesOf, problemsOf } from '../../../support/directory/content.ts';

const label = (en: string) => ({ en, bn: `${en} bn`, so: `${en} so` });
const organisations = {
  'organisations/bow-lunch-club.yaml': listingFields({ phone: '020 7000 0002' }),
  'organisations/mile-end-lunch.yaml': listingFields({
    name: 'Mile End Lunch',
    email: 'info@lunch.example.org',
  }),
  'organisations/closed-kitchen.yaml': listingFields({
    name: 'Closed Kitchen',
    phone: '020 7000 0003',
    status: 'closed',
  }),
  'organisations/silent-kitchen.yaml': listingFields({ name: 'Silent Kitchen' }),
  'organisations/tea-and-talk.yaml': listingFields({
    name: 'Tea and Talk',
    needs: ['loneliness'],
    phone: '020 7000 0004',
  }),
};

function aSituationFile(...listings: string[]) {
  return {
    title: label('I have no food'),
    lead: label('Ring one of these.'),
    needs: ['food'],
    urgency: 'today',
    first: listings.map((listing) => ({ listing, because: label('They give food') })),
    sources: ['bow-lunch-club'],
  };
}

const folderOf = (...listings: string[]) => ({
  ...organisations,
  'situations/no-food.yaml': aSituationFile(...listings),
});
const problems = (...listings: string[]) => problemsOf(folderOf(...listings));
const FIRST = 'situations/no-food.yaml, first.listing, number';

describe('the first to ask in a situation', () => {
  test('are listings that are open and can be reached', () => {
    expect(problems('bow-lunch-club', 'mile-end-lunch')).toEqual([]);
    expect(noticesOf(folderOf('bow-lunch-club', 'mile-end-lunch'))).toEqual([]);
  });

  test('must be there; a likely name is offered', () => {
    expect(problems('bow-lunch-club', 'mile-end-lunches')).toEqual([
      `${FIRST} 2: there is no listing 'mile-end-lunches' without fault. Did you mean 'mile-end-lunch'?`,
    ]);
    expect(problems('bow-lunch-club', 'zzz')).toEqual([
      `${FIRST} 2: there is no listing 'zzz' without fault. Look in content/organisations/.`,
    ]);
  });

  test('must not be closed', () => {
    expect(problems('closed-kitchen', 'bow-lunch-club')).toEqual([
      `${FIRST} 1: 'closed-kitchen' is closed. Name one that is open.`,
    ]);
  });

  test('must have a way to reach them', () => {
    expect(problems('bow-lunch-club', 'silent-kitchen')).toEqual([
      `${FIRST} 2: 'silent-kitchen' has no phone, e-mail, address or website: nobody could ask it. Name another.`,
    ]);
  });

  test('are named once', () => {
    expect(problems('bow-lunch-club', 'bow-lunch-club')).toEqual([
      `${FIRST} 2: 'bow-lunch-club' is named twice. Keep one.`,
    ]);
  });

  test('may be for another need, which is worth a look', () => {
    const folder = folderOf('bow-lunch-club', 'tea-and-talk');

    expect(problemsOf(folder)).toEqual([]);
    expect(noticesOf(folder)).toEqual([
      `${FIRST} 2: 'tea-and-talk' is for loneliness, which is none of food. Make sure that it is the right one.`,
    ]);
  });
});

test('the first of a need are held to the same', () => {
  const need = (slug: string, first: string[]) => ({
    slug,
    group: 'money-and-food',
    label: label(slug),
    intro: label(slug),
    first,
  });
  const groups = [{ slug: 'money-and-food', label: label('Money') }];
  const needs = [need('food', ['bow-lunch-club', 'closed-kitchen']), need('loneliness', [])];

  expect(problemsOf({ ...organisations, 'lists/needs.yaml': { groups, needs } })).toEqual([
    "lists/needs.yaml, needs.first, number 1, 2: 'closed-kitchen' is closed. Name one that is open.",
  ]);
});

test('a situation is about needs that there are', () => {
  const situation = { ...aSituationFile('bow-lunch-club', 'mile-end-lunch'), needs: ['foood'] };

  expect(problemsOf({ ...organisations, 'situations/no-food.yaml': situation })).toEqual([
    "situations/no-food.yaml, needs, number 1: found 'foood'; allowed: food, loneliness; did you mean 'food'?",
  ]);
});
