import type { Metric } from '../platform/http/prometheus-text.ts';
import { findPageTroubles, type SiteFacts, toSiteReport } from './site-report.ts';

/** What this process takes, as Prometheus' own libraries name it. */
export interface ProcessFacts {
  residentBytes: number;
  startedAtSeconds: number;
  nodeVersion: string;
}

/**
 * The site in numbers. No names of practices, teams or people, and nothing that was typed: what is counted of
 * referrals is how many there are, all together.
 */
export function toMetrics(
  facts: SiteFacts,
  answers: readonly [statusClass: string, count: number][],
  process: ProcessFacts,
): Metric[] {
  return [
    ...ofStatus(facts),
    ...ofReferrals(facts),
    ...ofSearch(facts),
    ...ofBuild(facts, process),
    {
      name: 'directory_http_responses_total',
      type: 'counter',
      help: 'Answers sent since this server started, by the first figure of their status.',
      values: answers.map(([code, value]) => ({ labels: { code }, value })),
    },
    gauge('process_resident_memory_bytes', 'Memory in RAM.', process.residentBytes),
    gauge('process_start_time_seconds', 'When this server started.', process.startedAtSeconds),
  ];
}

function ofStatus(facts: SiteFacts): Metric[] {
  const { status, isReady } = toSiteReport(facts, { withDetails: false });
  const troubles = [
    ...facts.referrals.troubles,
    ...facts.proxyTroubles,
    ...findPageTroubles(facts),
  ];
  return [
    gauge('directory_up', '1 unless /health answers 503.', Number(status !== 'down')),
    gauge('directory_ready', '1 where /health?ready answers 200.', Number(isReady)),
    gauge('directory_degraded', '1 while a person should look.', Number(status !== 'ok')),
    {
      name: 'directory_trouble',
      type: 'gauge',
      help: '1 for each trouble that /health names at present.',
      values: troubles.map((trouble) => ({ labels: { trouble }, value: 1 })),
    },
  ];
}

function ofReferrals({ referrals: { counts } }: SiteFacts): Metric[] {
  return [
    gauge('directory_referrals_pending', 'Letters that wait to be sent.', counts?.pending),
    gauge(
      'directory_referrals_maybe_sent',
      'Letters of which nobody knows whether they arrived.',
      counts?.maybeSent,
    ),
    gauge(
      'directory_referrals_needing_person',
      'Letters that only a person can help on.',
      counts?.needsHuman,
    ),
    gauge(
      'directory_referrals_oldest_pending_seconds',
      'How long the oldest letter has waited; 0 where none waits.',
      counts?.oldestPendingSeconds,
    ),
  ];
}

function ofSearch({ search }: SiteFacts): Metric[] {
  return [
    {
      name: 'directory_search_engine_info',
      type: 'gauge',
      help: 'The engine that answers searches.',
      values: search ? [{ labels: { engine: search.engine }, value: 1 }] : [],
    },
    gauge('directory_search_listings', 'Listings in the index of search.', search?.docs),
    gauge(
      'directory_search_degraded',
      '1 while the engine that should answer does not.',
      search && Number(search.degraded),
    ),
    gauge(
      'directory_search_index_stale',
      '1 while the index was made of other content.',
      search && Number(search.stale),
    ),
  ];
}

function ofBuild({ build, referrals }: SiteFacts, { nodeVersion }: ProcessFacts): Metric[] {
  const { commit = 'unknown', id = 'unknown' } = build ?? {};
  const builtAt = Date.parse(build?.builtAt ?? '') / 1000;
  return [
    {
      name: 'directory_build_info',
      type: 'gauge',
      help: 'The build that is served, and what runs it.',
      values: [{ labels: { commit, id, node: nodeVersion }, value: 1 }],
    },
    gauge(
      'directory_build_time_seconds',
      'When the build was made.',
      Number.isNaN(builtAt) ? undefined : builtAt,
    ),
    gauge(
      'directory_backup_age_seconds',
      'Since the last backup; missing where none is known of.',
      referrals.backupAgeSeconds,
    ),
  ];
}

function gauge(name: string, help: string, value: number | undefined): Metric {
  return { name, type: 'gauge', help, values: value === undefined ? [] : [{ value }] };
}
