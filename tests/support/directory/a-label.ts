import type { Label } from '../../../src/directory/lists.ts';
import { byLanguage, defaultLocale, locales } from '../../../src/i18n/locale.ts';

/** Words in each language of the site: 'Food', 'Food bn', 'Food so'. */
export function aLabel(english: string): Label {
  return byLanguage(locales, (code) => (code === defaultLocale ? english : `${english} ${code}`));
}
