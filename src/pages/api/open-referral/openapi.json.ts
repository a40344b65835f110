import type { APIRoute } from 'astro';
import { openReferral } from '../../../wiring.ts';

export const prerender = false;

/** The addresses, parameters and fields of the open data, made from the code that serves them. */
export const GET: APIRoute = () => openReferral().openApi();
