/**
 * The languages of the site, and the only list of them: addresses, schemas, robots, the sitemap, forms,
 * handouts, styles and checks are made from it. docs/another-language.md says how to add one.
 */

/** What the site has to know of a language. */
interface Language {
  /** BCP 47 tag, as it stands in `lang`, in addresses and in the files of content/. */
  code: string;
  /** What the language calls itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** The digits of its sentences: a numbering system that `Intl` knows. */
  numerals: string;
  /** The style sheet that brings its letters (src/styles/base/_bengali.scss); null: every device has them. */
  font: 'bengali' | null;
  /** Somebody who speaks it has read its words. English is what the others are translated from. */
  reviewed: boolean;
}

/** In the order of the language switcher; the first is spoken where an address names none. */
export const languages = [
  {
    code: 'en',
    name: 'English',
    direction: 'ltr',
    numerals: 'latn',
    font: null,
    reviewed: true,
  },
  {
    code: 'bn',
    name: 'বাংলা',
    direction: 'ltr',
    numerals: 'beng',
    font: 'bengali',
    reviewed: false,
  },
  {
    code: 'so',
    name: 'Soomaali',
    direction: 'ltr',
    numerals: 'latn',
    font: null,
    reviewed: false,
  },
] as const satisfies readonly Language[];

export type Locale = (typeof languages)[number]['code'];
export const locales: readonly Locale[] = languages.map(({ code }) => code);
export const defaultLocale = languages[0].code;

/** What the words of a listing, written in English, may be translated into. */
export type TranslatedLocale = Exclude<Locale, typeof defaultLocale>;
export const translatedLocales: readonly TranslatedLocale[] = locales.filter(
  (locale) => locale !== defaultLocale,
);

export function isLocale(value: unknown): value is Locale {
  return languages.some(({ code }) => code === value);
}

export function findLanguage(locale: Locale): Language {
  const found = languages.find(({ code }) => code === locale);
  if (!found) throw new Error(`src/i18n/locale.ts has no language "${locale}".`);
  return found;
}

/** Something for each of some languages, by their codes: `byLanguage(locales, () => text)`. */
export function byLanguage<Code extends string, T>(
  codes: readonly Code[],
  make: (code: Code) => T,
): Record<Code, T> {
  return Object.fromEntries(codes.map((code) => [code, make(code)])) as Record<Code, T>;
}

/** The locale of an Astro `[...locale]` param: none is English; `undefined` for any other word. */
export function parseLocaleParam(param: string | undefined): Locale | undefined {
  if (param === undefined) return defaultLocale;
  return param !== defaultLocale && isLocale(param) ? param : undefined;
}

/** '/needs/food/' in a language: '/bn/needs/food/'. `path` starts and ends with a slash, may carry a query. */
export function localisePath(locale: Locale, path: string): string {
  return locale === defaultLocale ? path : `/${locale}${path}`;
}

/** The other way round: '/bn/needs/food/' is '/needs/food/' in Bengali. */
export function readLocalisedPath(path: string): { locale: Locale; path: string } {
  const [, first] = path.split('/');
  const locale = parseLocaleParam(first);
  if (locale === undefined || locale === defaultLocale) return { locale: defaultLocale, path };
  return { locale, path: path.slice(locale.length + 1) };
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
