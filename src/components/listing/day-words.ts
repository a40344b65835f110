import type { Locale } from '../../i18n/locale.ts';

const languages: Record<Locale, string> = { en: 'en-GB', bn: 'bn-u-nu-latn', so: 'so' };

/** '22 November 2026' for an ISO date. */
export function dayWords(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languages[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
