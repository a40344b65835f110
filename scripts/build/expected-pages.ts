import type { Directory } from '../../src/directory/directory.ts';
import { locales, localisePath } from '../../src/i18n/locale.ts';

type Content = Pick<Directory, 'situations' | 'listings' | 'practices'> & {
  lists: { needs: readonly { slug: string }[]; areas: readonly { slug: string }[] };
};

/** Paths of the pages that a build of this content must hold, in each language. `prose`: files of content/pages/en/. */
export function listExpectedPages(content: Content, prose: readonly string[]): string[] {
  const { situations, listings, practices, lists } = content;
  const paths = [
    '/',
    '/urgent-help/',
    '/help/',
    ...situations.map(({ slug }) => `/help/${slug}/`),
    '/needs/',
    ...lists.needs.map(({ slug }) => `/needs/${slug}/`),
    '/areas/',
    ...lists.areas.map(({ slug }) => `/areas/${slug}/`),
    '/changes/',
    ...lists.needs.map(({ slug }) => `/changes/${slug}/`),
    '/organisations/',
    ...listings.map(({ slug }) => `/organisations/${slug}/`),
    ...prose
      .map((file) => file.replace(/\.md$/, ''))
      .map((name) => (name === 'about' ? '/about/' : `/about/${name}/`)),
    '/about/open-data/',
    '/about/posters/',
    ...practices.map(({ odsCode }) => `/about/posters/${odsCode}/`),
  ];
  return paths.flatMap((path) => locales.map((locale) => localisePath(locale, path)));
}

/** One page of each kind, those that are made on demand too, to be asked for in each language. */
export function listPagesOfEachKind({ situations, listings, lists }: Content): string[] {
  const first = (things: readonly { slug: string }[]) => things.slice(0, 1).map(({ slug }) => slug);
  const paths = [
    '/',
    '/urgent-help/',
    ...first(situations).map((slug) => `/help/${slug}/`),
    ...first(lists.needs).map((slug) => `/needs/${slug}/`),
    ...first(lists.areas).map((slug) => `/areas/${slug}/`),
    ...first(listings).map((slug) => `/organisations/${slug}/`),
    ...first(listings).map((slug) => `/shortlist/?items=${slug}`),
    '/about/',
    '/search/?q=food',
    '/whats-on/',
    '/changes/',
    '/refer/',
    ...first(listings).map((slug) => `/report/?listing=${slug}`),
    '/suggest/',
    '/feedback/',
  ];
  return paths.flatMap((path) => locales.map((locale) => localisePath(locale, path)));
}
