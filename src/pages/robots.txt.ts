import type { APIRoute } from 'astro';

// Search pages and shortlists have endless addresses and say nothing that listing and need pages do not.
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /search/',
      'Disallow: /bn/search/',
      'Disallow: /so/search/',
      'Disallow: /shortlist/',
      'Disallow: /s/',
      'Disallow: /bn/shortlist/',
      'Disallow: /bn/s/',
      'Disallow: /so/shortlist/',
      'Disallow: /so/s/',
      'Disallow: /api/',
      `Sitemap: ${new URL('/sitemap.xml', site).href}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
