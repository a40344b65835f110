import type { APIRoute } from 'astro';
import { alternates } from '../layouts/alternates.ts';
import { directory } from '../wiring.ts';

const prose = Object.keys(import.meta.glob('/content/pages/en/*.md', { eager: true }))
  .map((path) => path.replace(/^.*\/|\.md$/g, ''))
  .map((name) => (name === 'about' ? '/about/' : `/about/${name}/`));

/** Every page worth finding, in every language, each naming its translations. */
export const GET: APIRoute = ({ site }) => {
  if (!site) throw new Error('astro.config.mjs must set `site`: a sitemap holds full addresses.');
  const paths = [
    '/',
    '/urgent-help/',
    '/help/',
    ...directory.situations.map((situation) => `/help/${situation.slug}/`),
    '/needs/',
    ...directory.lists.needs.map((need) => `/needs/${need.slug}/`),
    '/areas/',
    ...directory.lists.areas.map((area) => `/areas/${area.slug}/`),
    '/organisations/',
    ...directory.listings.map((listing) => `/organisations/${listing.slug}/`),
    '/changes/',
    ...directory.lists.needs.map((need) => `/changes/${need.slug}/`),
    ...prose,
    '/about/open-data/',
    '/about/posters/',
    ...directory.practices.map(({ odsCode }) => `/about/posters/${odsCode}/`),
  ];
  const entries = paths.flatMap((path) => {
    const languages = alternates(path, site);
    const links = languages
      .map(
        ({ locale, href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`,
      )
      .join('');
    return languages.map(({ href }) => `<url><loc>${href}</loc>${links}</url>`);
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`,
    { headers: { 'Content-Type': 'application/xml; charset=utf-8' } },
  );
};
