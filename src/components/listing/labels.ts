import type { Label, ListItem } from '../../directory/lists.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The label of a value from one of the lists. Content checks let no unknown value through. */
export function labelOf(
  items: readonly { slug: string; label: Label }[],
  slug: string,
  locale: Locale,
): string {
  return items.find((item) => item.slug === slug)?.label[locale] ?? slug;
}

export function labelsOf(items: readonly ListItem[], slugs: readonly string[], locale: Locale) {
  return slugs.map((slug) => labelOf(items, slug, locale));
}
