import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import { type Locale, localisePath } from '../../i18n/locale.ts';

/** The listings of a situation's page in schema.org words, in their order. */
export function situationJsonLd(
  { title, lead }: Pick<Situation, 'title' | 'lead'>,
  listings: readonly Pick<PublicListing, 'slug' | 'name'>[],
  locale: Locale,
  site: URL | undefined,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: title[locale],
    description: lead[locale],
    itemListElement: listings.map(({ slug, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      url: new URL(localisePath(locale, `/organisations/${slug}/`), site).href,
    })),
  };
}
