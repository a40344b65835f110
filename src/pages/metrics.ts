import type { APIRoute } from 'astro';
import { toMetrics } from '../wiring/site-metrics.ts';
import {
  findSiteFacts,
  formatMetrics,
  PROMETHEUS_TYPE,
  readAnswerCounts,
  readProcessFacts,
} from '../wiring.ts';

export const prerender = false;

/** For Prometheus and what reads its text: who may not see it finds no such page. */
export const GET: APIRoute = async ({ request: { headers } }) => {
  // Set by our server, which sees who connects (platform/http/answer-request.ts).
  if (headers.get('x-sees-details') !== 'yes') return new Response(null, { status: 404 });
  const facts = await findSiteFacts(headers.get('x-proxy-troubles'));
  const answers = readAnswerCounts(headers.get('x-answer-counts'));
  return new Response(formatMetrics(toMetrics(facts, answers, readProcessFacts())), {
    headers: { 'content-type': PROMETHEUS_TYPE, 'cache-control': 'no-store' },
  });
};
