import { type Locale, locales, localisePath } from '../i18n/locale.ts';

/** The page's address in each language, absolute; `path` as localisePath takes it. */
export function alternates(path: string, site: URL): { locale: Locale; href: string }[] {
  return locales.map((locale) => ({
    locale,
    href: new URL(localisePath(locale, path), site).href,
  }));
}
