import { describe, expect, test } from 'vitest';
import {
  describeFinding,
  toPracticeChoices,
} from '../../../../src/components/refer/steps/practice-choices.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import type { PracticeSearch } from '../../../../src/referral/practices/find-practices.ts';
import { MOST_SHOWN } from '../../../../src/referral/practices/match-practice.ts';
import { practices as some } from '../../../support/referral/a-routing.ts';

const [first] = some;
if (!first) throw new Error('No practice to test with.');
const many = 'KJIHGFEDCBA'.split('').map((letter) => ({
  ...first,
  odsCode: `F8400${letter}`,
  name: `${letter === 'A' ? 'The ' : ''}${letter} Practice`,
}));
const all: PracticeSearch = { kind: 'all', practices: many.map((practice) => ({ practice })) };
const fitting = (count: number): PracticeSearch => ({
  kind: 'words',
  practices: many.slice(0, count).map((practice) => ({ practice })),
});
const near: PracticeSearch = {
  kind: 'near',
  postcode: 'E1 4AA',
  exactly: true,
  practices: many.map((practice, index) => ({ practice, metres: index })),
};

describe('practices to choose from', () => {
  test.each<[string, PracticeSearch, string, string, string]>([
    ['nothing was looked for', all, '', '', 'A B C D E F G H I J K'],
    ['one is chosen', all, 'F8400B', 'B', 'A C D E F G H I J K'],
    ['"not sure" is chosen', all, 'not-sure', '', 'A B C D E F G H I J K'],
    ['two fit', fitting(2), '', 'K J', 'A B C D E F G H I'],
    ['one that fits is chosen', fitting(2), 'F8400J', 'K J', 'A B C D E F G H I'],
    ['another is chosen', fitting(2), 'F8400A', 'A K J', 'B C D E F G H I'],
    ['all fit', fitting(11), '', 'K J I H G F', 'A B C D E'],
    ['a postcode was typed', near, '', 'K J I H G F', 'A B C D E'],
    ['nothing fits', { kind: 'none', practices: [] }, '', '', 'A B C D E F G H I J K'],
  ])(
    'are a few in sight and all others by name where %s',
    (_when, found, chosen, shown, others) => {
      const choices = toPracticeChoices('', found, many, chosen);
      const letters = (list: typeof choices.shown) =>
        list.map(({ practice }) => practice.odsCode.slice(-1)).join(' ');

      expect([letters(choices.shown), letters(choices.others)]).toEqual([shown, others]);
      expect(choices.others.filter(({ metres }) => metres !== undefined)).toEqual([]);
    },
  );
});

test.each<[string, PracticeSearch]>([
  ['', all],
  ['1 practice fits.', fitting(1)],
  ['6 practices fit.', fitting(MOST_SHOWN)],
  ['These fit best. 1 more fits.', fitting(MOST_SHOWN + 1)],
  ['These fit best. 5 more fit.', fitting(11)],
  ['The nearest practices, nearest first.', near],
  ['These fit best.', { ...near, exactly: false }],
  ['No practice fits what you typed.', { kind: 'none', practices: [] }],
  ['The practices’ names are in English letters.', { kind: 'other-script', practices: [] }],
  [
    'That postcode is not in Tower Hamlets.',
    { kind: 'outside', postcode: 'SW1A 1AA', practices: [] },
  ],
])('what became of a search is said: "%s"', (words, found) => {
  const choices = toPracticeChoices('x', found, many, '');
  const said = describeFinding(choices, createTranslator('en'), 'Tower Hamlets');

  expect(said.slice(0, words.length)).toBe(words);
  expect(said === '').toBe(words === '');
});
