export const locales = ['en', 'bn', 'so'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = { en: 'English', bn: 'বাংলা', so: 'Soomaali' };

/** The locale of an Astro `[...locale]` param: none is English; `undefined` for any other word. */
export function parseLocaleParam(param: string | undefined): Locale | undefined {
  if (param === undefined) return defaultLocale;
  return param !== defaultLocale && isLocale(param) ? param : undefined;
}

/** '/needs/food/' in a language: '/bn/needs/food/'. `path` starts and ends with a slash, may carry a query. */
export function localisePath(locale: Locale, path: string): string {
  return locale === defaultLocale ? path : `/${locale}${path}`;
}

/**
 * What `getStaticPaths` returns for a page that exists in every language. A new array each time: Astro
 * keeps a route's paths in a property of the array it was given, so two routes must not share one.
 */
export function everyLocale(): {
  params: { locale: string | undefined };
  props: { locale: Locale };
}[] {
  return locales.map((locale) => ({
    params: { locale: locale === defaultLocale ? undefined : locale },
    props: { locale },
  }));
}
