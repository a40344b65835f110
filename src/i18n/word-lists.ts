import type { Locale } from './locale.ts';

/** 'phone, address, website'; `any`: 'phone, address or website'. */
export function joinWords(words: readonly string[], kind: 'all' | 'any', locale: Locale): string {
  return formatterOf(kind, locale).format(words);
}

const formatters = new Map<string, Intl.ListFormat>();

function formatterOf(kind: 'all' | 'any', locale: Locale): Intl.ListFormat {
  const key = `${kind} ${locale}`;
  // British English has no comma before "or".
  const language = locale === 'en' ? 'en-GB' : locale;
  const type = kind === 'all' ? 'unit' : 'disjunction';
  const formatter = formatters.get(key) ?? new Intl.ListFormat(language, { type });
  formatters.set(key, formatter);
  return formatter;
}
