import type { ListItem } from '../../../directory/lists.ts';
import { isLocale, type Locale } from '../../../i18n/locale.ts';

/** The languages of the site first, which most here speak; then all others by their names in the page's language. */
export function toLanguageChoices(languages: readonly ListItem[], locale: Locale): ListItem[] {
  const own = languages.filter(({ slug }) => isLocale(slug));
  const others = languages.filter(({ slug }) => !isLocale(slug));
  return [
    ...own,
    ...others.toSorted((a, b) => a.label[locale].localeCompare(b.label[locale], locale)),
  ];
}
