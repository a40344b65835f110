import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { formatAtom } from '../../../../components/changes/atom-feed.ts';
import {
  changesForNeed,
  findDirectoryChanges,
} from '../../../../directory/changes/directory-changes.ts';
import { everyLocale } from '../../../../i18n/locale.ts';
import { createTranslator } from '../../../../i18n/translator.ts';
import { directory, today } from '../../../../wiring.ts';

export function getStaticPaths() {
  const changes = findDirectoryChanges(directory);
  return directory.lists.needs.flatMap((need) => {
    const ofNeed = changesForNeed(changes, need.slug);
    return everyLocale().map(({ params, props }) => ({
      params: { ...params, need: need.slug },
      props: { ...props, need, changes: ofNeed },
    }));
  });
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { locale, need, changes }, site }) => {
  if (!site) throw new Error('astro.config.mjs must set `site`: a feed holds full addresses.');
  const author = directory.site.serviceName[locale];
  const title = createTranslator(locale)('changes:needTitle', { need: need.label[locale] });
  const feed = formatAtom({
    locale,
    site,
    author,
    title: `${title} – ${author}`,
    changes,
    path: `/needs/${need.slug}/changes.atom`,
    page: `/changes/${need.slug}/`,
    since: directory.historiesBegun ?? today(),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
