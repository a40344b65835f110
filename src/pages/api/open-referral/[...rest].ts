import type { APIRoute } from 'astro';
import { openReferral } from '../../../wiring.ts';

export const prerender = false;

/** Any other address below: what there is, for a program to read. */
export const GET: APIRoute = () => openReferral().nothing();
