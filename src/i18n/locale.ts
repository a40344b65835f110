/**
 * The languages of the site, and the only list of them: addresses, schemas, robots, the sitemap, forms,
 * handouts, styles and checks are made from it. docs/another-language.md says how to add one.
 */

/** What the site has to know of a language. */
interface Language {
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

/**
 * By code: a BCP 47 tag, as it stands in `lang`, in addresses and in the files of content/. In the order of the
 * language switcher.
 */
const list = {
  en: { name: 'English', direction: 'ltr', numerals: 'latn', font: null, reviewed: true },
  bn: { name: 'বাংলা', direction: 'ltr', numerals: 'beng', font: 'bengali', reviewed: false },
  so: { name: 'Soomaali', direction: 'ltr', numerals: 'latn', font: null, reviewed: false },
} as const satisfies Record<string, Language>;

export type Locale = keyof typeof list;

/** Spoken where an address names none; what the others are translated from. */
export const defaultLocale = 'en' satisfies Locale;

// Called pure, so that a browser is not sent what its scripts do not use.
export const locales: readonly Locale[] = /* @__PURE__ */ Object.keys(list) as Locale[];

export const languages: readonly (Language & { code: Locale })[] = /* @__PURE__ */ locales.map(
  (code) => ({ code, ...list[code] }),
);

/** What the words of a listing, written in English, may be translated into. */
export type TranslatedLocale = Exclude<Locale, typeof defaultLocale>;
export const translatedLocales: readonly TranslatedLocale[] = /* @__PURE__ */ locales.filter(
  (locale) => locale !== defaultLocale,
);

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function findLanguage(locale: Locale): Language {
  return list[locale];
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
