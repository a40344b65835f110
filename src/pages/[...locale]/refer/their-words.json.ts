import type { APIRoute } from 'astro';
import { findTheirWords } from '../../../components/refer/their-words.ts';
import { everyLocale, type Locale } from '../../../i18n/locale.ts';
import { directory } from '../../../wiring.ts';

/** For the browser, once somebody asks for another person: see src/islands/refer/person-words.ts. */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) =>
  Response.json(findTheirWords(locale, { borough: directory.site.borough[locale] }));

export const getStaticPaths = everyLocale;
