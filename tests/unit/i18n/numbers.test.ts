/** Covers src/i18n/digits.ts, src/i18n/number-format.ts, src/i18n/read-digits.ts. */
import { expect, test } from 'vitest';
import { formatCountdown } from '../../../src/i18n/digits.ts';
import { createNumberFormat } from '../../../src/i18n/number-format.ts';
import { formatNumber, numberFormatOf, toDigits } from '../../../src/i18n/numbers.ts';
import { readDigits, toPlainCharacters } from '../../../src/i18n/read-digits.ts';

test.each([
  [0, '0', '০', '0'],
  [12, '12', '১২', '12'],
  [999, '999', '৯৯৯', '999'],
  [1000, '1,000', '১,০০০', '1,000'],
  [2.5, '2.5', '২.৫', '2.5'],
  [123_456, '123,456', '১,২৩,৪৫৬', '123,456'],
])('%d is %s in English, %s in Bengali, %s in Somali', (number, en, bn, so) => {
  expect(formatNumber(number, 'en')).toBe(en);
  expect(formatNumber(number, 'bn')).toBe(bn);
  expect(formatNumber(number, 'so')).toBe(so);
});

test('digits of a number that is made already are changed one by one', () => {
  expect(toDigits('0123456789', 'bn')).toBe('০১২৩৪৫৬৭৮৯');
  expect(toDigits('2026, 0.4', 'bn')).toBe('২০২৬, ০.৪');
  expect(toDigits('2026, 0.4', 'so')).toBe('2026, 0.4');
});

test.each([
  [0, '0:00', '০:০০'],
  [9, '0:09', '০:০৯'],
  [60, '1:00', '১:০০'],
  [119, '1:59', '১:৫৯'],
])('%d seconds are counted down as %s or %s', (seconds, en, bn) => {
  expect(formatCountdown(seconds, numberFormatOf('en'))).toBe(en);
  expect(formatCountdown(seconds, numberFormatOf('bn'))).toBe(bn);
});

test('digits are read from any keyboard', () => {
  const ten = '0123456789';

  for (const typed of ['০১২৩৪৫৬৭৮৯', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', ten]) {
    expect(readDigits(typed)).toBe(ten);
  }
  expect(readDigits('ই১ 4AA')).toBe('ই1 4AA');
});

test('a language that the machine does not know has its numbers as English has, in its own digits', () => {
  expect(createNumberFormat('tlh', 'latn').format(1234.5)).toBe('1,234.5');
  expect(createNumberFormat('tlh', 'beng').format(1234.5)).toBe('১,২৩৪.৫');
});

test.each([
  ['০১২৩৪৫৬৭৮৯', '0123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['１２', '12'],
  ['২7', '27'],
  ['\u202a0\u200b7\u00ad7\u202c', '0 77'],
])('typed as %s it is plainly %s', (typed, plain) => {
  expect(toPlainCharacters(typed)).toBe(plain);
});
