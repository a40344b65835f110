import type { APIRoute } from 'astro';
import { openReferral } from '../../../../wiring.ts';

export const prerender = false;

/**
 * GET /api/open-referral/services, …/service_at_locations, …/taxonomies, …/taxonomy_terms: a page of the list.
 * What it may be asked for is in src/open-referral/asking/parameters.ts.
 */
export const GET: APIRoute = ({ params, url }) =>
  openReferral().list(params.list, url.searchParams);
