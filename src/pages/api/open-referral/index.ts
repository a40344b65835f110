import type { APIRoute } from 'astro';
import { openReferral } from '../../../wiring.ts';

export const prerender = false;

/** GET /api/open-referral: which standard the open data follows, and where it is described. */
export const GET: APIRoute = () => openReferral().root();
