import type { APIRoute } from 'astro';
import { crisisWords } from '../wiring.ts';

/** For the browser, once someone begins to write freely: see src/search/crisis/crisis-words.ts. */
export const GET: APIRoute = () => Response.json(crisisWords());
