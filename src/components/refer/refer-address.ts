import { type Locale, localisePath } from '../../i18n/locale.ts';

/** The form that asks for a social prescriber, with these needs ticked. */
export function toReferAddress(locale: Locale, needs: readonly string[]): string {
  const query = needs.map((need) => `need=${need}`).join('&');
  return localisePath(locale, query ? `/refer/?${query}` : '/refer/');
}
