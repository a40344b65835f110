import { changeDigits } from './digits.ts';
import { findLanguage, type Locale } from './locale.ts';
import { createNumberFormat } from './number-format.ts';

/** A number as a sentence of the language has it: '1,000', '১,০০০'. */
export function formatNumber(number: number, locale: Locale): string {
  return numberFormatOf(locale).format(number);
}

/** The same text with the digits of the language, for numbers whose form is made already: '২:০৫', '১৯৮০'. */
export function toDigits(text: string, locale: Locale): string {
  return changeDigits(text, numberFormatOf(locale));
}

export function numberFormatOf(locale: Locale): Intl.NumberFormat {
  const format = formats.get(locale) ?? createNumberFormat(locale, findLanguage(locale).numerals);
  formats.set(locale, format);
  return format;
}

const formats = new Map<Locale, Intl.NumberFormat>();
