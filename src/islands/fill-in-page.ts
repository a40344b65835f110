import { fill, type Values } from '../i18n/fill.ts';
import { createNumberFormat, type NumberFormat } from '../i18n/number-format.ts';
import { pageLocale } from './page-locale.ts';

/** `fill` (src/i18n/) in the language of the page: `fillInPage('Question {{number}}', { number: 3 })` */
export function fillInPage(words: string, values: Values): string {
  return fill(words, values, pageNumbers());
}

/** In the numerals that a page's class names where they are not Latin (src/layouts/Layout.astro). */
export function pageNumbers(): NumberFormat {
  const { className } = document.documentElement;
  return createNumberFormat(pageLocale(), /numerals-(\w+)/.exec(className)?.[1] ?? 'latn');
}
