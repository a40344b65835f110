import { defineMiddleware } from 'astro:middleware';
import { log, toLogFields } from './wiring.ts';

/**
 * Turns a fault in an on-demand page into a logged event and an empty 500, which the server answers
 * with a page of its own. While building or developing the fault is shown whole.
 */
export const onRequest = defineMiddleware(async ({ isPrerendered, routePattern }, next) => {
  if (isPrerendered || import.meta.env.DEV) return next();
  try {
    return await next();
  } catch (fault) {
    // The pattern, not the address: an address may hold what someone typed, or a secret.
    log.error('page.failed', { route: routePattern, ...toLogFields(fault) });
    return new Response(null, { status: 500 });
  }
});
