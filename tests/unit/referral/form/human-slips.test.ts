/**
 * What people type with one or two slips is read as what they meant, or asked about. A slip that makes another
 * value of the right form cannot be known; such are counted apart, and told by what the text itself says,
 * without the parser: the same figures and letters, look-alikes aside, with no space but where it belongs.
 * 10,000 of each: npx vitest run --project fast --mode long tests/unit/referral/form/human-slips.test.ts
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePhone } from '../../../../src/directory/phone.ts';
import { parsePostcode } from '../../../../src/directory/postcode.ts';
import { formatMonth } from '../../../../src/i18n/dates.ts';
import { locales } from '../../../../src/i18n/locale.ts';
import { isUnlikelyAge, parseDate, typedAge } from '../../../../src/referral/form/birth-date.ts';
import { findErrors } from '../../../../src/referral/form/field-errors.ts';
import { findPractices } from '../../../../src/referral/practices/find-practices.ts';
import { findNear } from '../../../../src/search/plan/find-near.ts';
import { directory } from '../../../../src/wiring.ts';
import { createRandom } from '../../../support/days/a-random.ts';
import {
  describeShares,
  type SlipCount,
  withSlips,
} from '../../../support/referral/human-slips.ts';
import { formFacts, typedAnswers } from '../../../support/referral/typed-answers.ts';

const CASES = import.meta.env.MODE === 'long' ? 10_000 : 1_000;
// Search is asked too, which takes longer.
const SEARCHED = 50;
const TODAY = formFacts.today;

type Fate = 'understood' | 'asked' | 'another' | 'wrong';

function count(run: (random: (below: number) => number) => [Fate, string]): SlipCount {
  const random = createRandom(20_261_201);
  const counted: SlipCount = { understood: 0, asked: 0, another: 0, wrong: [] };
  for (let left = CASES; left > 0; left -= 1) {
    const [fate, typed] = run(random);
    if (fate === 'wrong') counted.wrong.push(typed);
    else counted[fate] += 1;
  }
  return counted;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[০-৯]/g, (digit) => String('০১২৩৪৫৬৭৮৯'.indexOf(digit)))
    .replace(/\u200b/g, ' ')
    .replace(/\p{Cf}/gu, '');
const lookAlike = (text: string) => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

const postcodes = readFileSync('content/places/postcodes.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0] ?? '');
const aroundPostcode = [
  ['my postcode is ', ''],
  ['Postcode: ', '.'],
  ['Flat 3, 12 Test Road, London ', ''],
  ['', ' (home)'],
  ['আমার পোস্টকোড ', ''],
] as const;

function saysPostcode(typed: string, part: string): boolean {
  const words = lookAlike(plain(typed)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const [district = '', rest = ''] = lookAlike(part).split(' ');
  const hasPlace = words.some((_word, index) => {
    const before = words.slice(0, index + 1).join('');
    return (
      before.endsWith(district) &&
      words
        .slice(index + 1)
        .join('')
        .startsWith(rest)
    );
  });
  return hasPlace || words.some((word) => word.includes(district + rest));
}

test('postcodes with slips are read as what was meant, or asked about', () => {
  let asked = 0;
  const counted = count((random) => {
    const meant = postcodes[random(postcodes.length)] ?? '';
    const typed = withSlips(meant, random, aroundPostcode);
    const read = parsePostcode(typed);
    asked += 1;
    if (asked % SEARCHED === 0) {
      findNear(typed, directory.places);
      findPractices(typed, directory.practices, directory.places);
      findErrors(typedAnswers({ practice: 'not-sure', homePostcode: typed }), formFacts);
    }
    if (read.kind === 'neither') return ['asked', typed];
    if (read.kind === 'full' && read.postcode === meant) return ['understood', typed];
    const value =
      read.kind === 'full' ? read.postcode : read.kind === 'sector' ? read.sector : read.district;
    // A part of what was meant is enough for search, and the form asks for the rest.
    if (read.kind !== 'full' && meant.startsWith(value)) return ['asked', typed];
    return [
      saysPostcode(typed, value) ? 'another' : 'wrong',
      `${meant}: ${typed} read as ${value}`,
    ];
  });

  console.info(describeShares('Postcodes', counted));
  expect(counted.wrong).toEqual([]);
  expect(counted.understood).toBeGreaterThan(CASES / 2);
});

const aroundPhone = [
  ['Tel: ', ''],
  ['my number is ', ''],
  ['', ' (mobile)'],
  ['আমার নম্বর ', ''],
  ['', ' not after five'],
] as const;
const ways = [
  (national: string) => national,
  (national: string) => national.replaceAll(' ', ''),
  (national: string) => `+44 ${national.slice(1)}`,
  (national: string) => `+44 (0)${national.slice(1)}`,
  (national: string) => `0044${national.slice(1).replaceAll(' ', '')}`,
  (national: string) => `44${national.slice(1).replaceAll(' ', '')}`,
  (national: string) => `(${national.split(' ')[0]}) ${national.split(' ').slice(1).join('-')}`,
  (national: string) => `${national} ext 45`,
];
const reserved = ['07700 900###', '020 7946 0###', '01632 960###', '+880 1700 000###'];

function saysPhone(typed: string, phone: string): boolean {
  const digits = (text: string) => plain(text).replace(/\D/g, '');
  const national = digits(phone);
  if (phone.startsWith('+')) return [national, `00${national}`].includes(digits(typed));
  const own = national.slice(1);
  return [national, `44${own}`, `440${own}`, `0044${own}`, `00440${own}`].includes(digits(typed));
}

test('phone numbers with slips are read as what was meant, or asked about', () => {
  const counted = count((random) => {
    const number = (reserved[random(reserved.length)] ?? '').replace(/#/g, () => `${random(10)}`);
    const write = number.startsWith('+') ? undefined : ways[random(ways.length)];
    const written = write ? write(number) : number;
    const meant = parsePhone(written);
    const typed = withSlips(written, random, aroundPhone);
    const read = parsePhone(typed);
    findErrors(typedAnswers({ phone: typed }), formFacts);
    if (meant === undefined) return ['wrong', `${written} is not read`];
    if (read === undefined) return ['asked', typed];
    if (read === meant) return ['understood', typed];
    return [saysPhone(typed, read) ? 'another' : 'wrong', `${meant}: ${typed} read as ${read}`];
  });

  console.info(describeShares('Phone numbers', counted));
  expect(counted.wrong).toEqual([]);
  expect(counted.understood).toBeGreaterThan(CASES / 4);
});

const monthNames = locales.map((locale) =>
  Array.from({ length: 12 }, (_, index) =>
    formatMonth(`1980-${String(index + 1).padStart(2, '0')}-15`, locale).replace(/[\s\d০-৯]/g, ''),
  ),
);

function saysDate(typed: { day: string; month: string; year: string }, date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  const figure = (text: string) =>
    Number(/\d+/.exec(plain(text.replaceAll('\u200b', '')))?.[0] ?? Number.NaN);
  const name = plain(typed.month)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
  const isNamed = monthNames.some((names) =>
    names[(month ?? 0) - 1]?.toLowerCase().normalize('NFKC').startsWith(name),
  );
  const saysMonth = name === '' ? figure(typed.month) === month : isNamed;
  return figure(typed.day) === day && saysMonth && figure(typed.year) === year;
}

test('dates of birth with slips are read as what was meant, or asked about', () => {
  const counted = count((random) => {
    const born = new Date(Date.UTC(1925 + random(95), random(12), 1 + random(28)));
    const meant = born.toISOString().slice(0, 10);
    const [year = '', month = '', day = ''] = meant.split('-');
    const names = monthNames[random(monthNames.length)] ?? [];
    const asName = random(3) === 0 ? names[Number(month) - 1] : undefined;
    const parts = { day: `${Number(day)}`, month: asName ?? `${Number(month)}`, year };
    const part = (['day', 'month', 'year'] as const)[random(3)] ?? 'day';
    const typed = { ...parts, [part]: withSlips(parts[part], random) };
    const form = typedAnswers({ dobDay: typed.day, dobMonth: typed.month, dobYear: typed.year });
    const read = parseDate(typed);
    const shown = `${typed.day} | ${typed.month} | ${typed.year}`;
    const age = typedAge(form, TODAY) ?? -1;
    const isAsked = findErrors(form, formFacts, 'person').length > 0;
    if (!read.ok || isAsked) {
      const isRight = read.ok && age >= 0 && !isUnlikelyAge(form, TODAY);
      return [isRight && age <= 110 ? 'wrong' : 'asked', `${meant}: ${shown} is asked about`];
    }
    if (read.date === meant) return ['understood', shown];
    return [
      saysDate(typed, read.date) ? 'another' : 'wrong',
      `${meant}: ${shown} read as ${read.date}`,
    ];
  });

  console.info(describeShares('Dates of birth', counted));
  expect(counted.wrong).toEqual([]);
  expect(counted.understood).toBeGreaterThan(CASES / 4);
});
