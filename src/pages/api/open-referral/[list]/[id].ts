import type { APIRoute } from 'astro';
import { openReferral } from '../../../../wiring.ts';

export const prerender = false;

/** GET /api/open-referral/services/{id}, and the same of the other lists: the entry whole. */
export const GET: APIRoute = ({ params }) => openReferral().one(params.list, params.id);
