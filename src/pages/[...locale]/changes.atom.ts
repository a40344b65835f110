import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { formatAtom } from '../../components/changes/atom-feed.ts';
import { findDirectoryChanges } from '../../directory/changes/directory-changes.ts';
import { everyLocale } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { directory, today } from '../../wiring.ts';

export const getStaticPaths = everyLocale;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { locale }, site }) => {
  if (!site) throw new Error('astro.config.mjs must set `site`: a feed holds full addresses.');
  const author = directory.site.serviceName[locale];
  const feed = formatAtom({
    locale,
    site,
    author,
    title: `${createTranslator(locale)('changes:title')} – ${author}`,
    changes: findDirectoryChanges(directory),
    path: '/changes.atom',
    page: '/changes/',
    since: directory.historiesBegun ?? today(),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
