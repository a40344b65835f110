import type { APIRoute } from 'astro';
import { locales, localisePath } from '../i18n/locale.ts';

const paths = [
  ...locales.map((locale) => localisePath(locale, '/search/')),
  ...locales.flatMap((locale) =>
    ['/shortlist/', '/s/', '/report/'].map((path) => localisePath(locale, path)),
  ),
  '/api/',
];

// Search pages and shortlists have endless addresses and say nothing that listing and need pages do not; the form for
// reports has one for each listing.
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      ...paths.map((path) => `Disallow: ${path}`),
      `Sitemap: ${new URL('/sitemap.xml', site).href}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
