import { findLanguage, type Locale } from './locale.ts';

/** A number as a sentence of the language has it: '1,000', '১,০০০'. */
export function formatNumber(number: number, locale: Locale): string {
  return formatterOf(locale).format(number);
}

/** The same text with the digits of the language, for numbers whose form is made already: '২:০৫', '১৯৮০'. */
export function toDigits(text: string, locale: Locale): string {
  return text.replace(/\d/g, (digit) => formatNumber(Number(digit), locale));
}

// Bengali, Arabic, Persian, Devanagari.
const TYPED_DIGITS = '০১২৩৪৫৬৭৮৯٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';

/** Digits as they are typed on any keyboard the borough uses, as 0 to 9. */
export function readDigits(typed: string): string {
  return typed.replace(/[০-৯٠-٩۰-۹०-९]/g, (digit) => `${TYPED_DIGITS.indexOf(digit) % 10}`);
}

/** What is left of some minutes: '1:59', '১:৫৯'. */
export function formatCountdown(seconds: number, locale: Locale): string {
  const rest = `${seconds % 60}`.padStart(2, '0');
  return toDigits(`${Math.floor(seconds / 60)}:${rest}`, locale);
}

const formatters = new Map<Locale, Intl.NumberFormat>();

// Browsers that do not know the language take the next one named here, where they would take their
// owner's otherwise, and the same number would look different on a page and in what an island adds to it.
function formatterOf(locale: Locale): Intl.NumberFormat {
  const numerals = `-u-nu-${findLanguage(locale).numerals}`;
  const formatter =
    formatters.get(locale) ?? new Intl.NumberFormat([locale + numerals, `en${numerals}`]);
  formatters.set(locale, formatter);
  return formatter;
}
