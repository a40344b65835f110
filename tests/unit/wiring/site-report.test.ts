/** Covers src/wiring/site-facts.ts and src/wiring/site-metrics.ts. */
import { describe, expect, test } from 'vitest';
import { formatMetrics } from '../../../src/platform/http/prometheus-text.ts';
import { StoreFault } from '../../../src/referral/store/store-fault.ts';
import {
  countAgedPagesOf,
  findReferralHealth,
  findSearchHealth,
} from '../../../src/wiring/site-facts.ts';
import { toMetrics } from '../../../src/wiring/site-metrics.ts';
import { type SiteFacts, toHttpStatus, toSiteReport } from '../../../src/wiring/site-report.ts';
import { aListing } from '../../support/directory/a-listing.ts';
import { readMetrics } from '../../support/site/read-metrics.ts';

const search = {
  engine: 'embedded' as const,
  docs: 492,
  indexVersion: 'abc',
  degraded: false,
  stale: false,
};
const well: SiteFacts = {
  search,
  referrals: {
    status: 'ok',
    canTake: true,
    troubles: [],
    counts: { pending: 3, maybeSent: 1, needsHuman: 2, oldestPendingSeconds: 61 },
    backupAgeSeconds: 3600,
  },
  proxyTroubles: [],
  build: { commit: 'abc1234', builtAt: '2025-11-30T10:00:00.000Z', id: '20261130T100000Z-abc1234' },
  languagesWithoutHome: [],
  agedPages: 0,
};
const cannotTake = { status: 'down', canTake: false, troubles: ['store-unreachable'] } as const;
const mailRefused = { status: 'down', canTake: true, troubles: ['mail-refused'] } as const;
const degraded = { status: 'degraded', canTake: true, troubles: ['needs-human'] } as const;

describe('the status that monitors read', () => {
  test.each<[string, Partial<SiteFacts>, [ready: number, health: number, strict: number]]>([
    ['all is well', {}, [200, 200, 200]],
    ['a person should look', { referrals: degraded }, [200, 200, 503]],
    ['all visitors seem to be one', { proxyTroubles: ['one-address'] }, [200, 200, 503]],
    [
      'search is not as fast as it could be',
      { search: { ...search, degraded: true } },
      [200, 200, 503],
    ],
    ['no letter is taken', { referrals: mailRefused }, [200, 503, 503]],
    ['no referral can be taken', { referrals: cannotTake }, [503, 503, 503]],
    ['there is no search', { search: undefined }, [503, 503, 503]],
    ['pages say what is no longer so', { agedPages: 3 }, [200, 200, 503]],
    ['a language has no page', { languagesWithoutHome: ['so'] }, [503, 503, 503]],
  ])('when %s', (_what, changes, statuses) => {
    const report = toSiteReport({ ...well, ...changes }, { withDetails: false });

    expect(
      (['ready', 'health', 'strict'] as const).map((asked) => toHttpStatus(report, asked)),
    ).toEqual(statuses);
  });
});

describe('a stranger', () => {
  test('is told which part is ill and why by name, and no count, version or age', () => {
    const { body } = toSiteReport(
      { ...well, referrals: { ...well.referrals, ...degraded } },
      { withDetails: false },
    );

    expect(body).toEqual({
      status: 'degraded',
      search,
      referrals: { status: 'degraded', troubles: ['needs-human'] },
      proxy: { status: 'ok', troubles: [] },
      pages: { status: 'ok', troubles: [] },
    });
  });
});

test('who may see details is told counts, the build and the age of the last backup', () => {
  expect(toSiteReport(well, { withDetails: true }).body).toMatchObject({
    referrals: { pending: 3, maybeSent: 1, needsHuman: 2, oldestPendingSeconds: 61 },
    build: { commit: 'abc1234' },
    backupAgeSeconds: 3600,
  });
});

describe('pages that grow old', () => {
  const check = { date: '2026-03-15', method: 'phone' as const, facts: ['phone'] };
  const listings = [aListing('a', { checks: [check] }), aListing('b')];
  const aged = (today: string, builtAt: string | undefined) =>
    countAgedPagesOf(listings, { builtAt, today });

  test('are told of a week after a check aged, which leaves a week to build again', () => {
    expect(aged('2026-09-22', '2026-05-01T10:00:00.000Z')).toBe(0);
    expect(aged('2026-09-23', '2026-05-01T10:00:00.000Z')).toBe(1);
  });

  test('are not told of where they were built since, or nothing is built', () => {
    expect(aged('2026-12-01', '2026-09-16T10:00:00.000Z')).toBe(0);
    expect(aged('2026-09-23', '2026-09-22T10:00:00.000Z')).toBe(0);
    expect(aged('2026-12-01', undefined)).toBe(0);
  });

  test('go by the day in London', () => {
    expect(aged('2026-12-01', '2026-09-15T22:59:00.000Z')).toBe(1);
    expect(aged('2026-12-01', '2026-09-15T23:01:00.000Z')).toBe(0);
  });
});

describe('the metrics', () => {
  const process = { residentBytes: 1e8, startedAtSeconds: 1_764_496_800, nodeVersion: 'v24.0.0' };
  const read = (changes: Partial<SiteFacts> = {}) =>
    readMetrics(formatMetrics(toMetrics({ ...well, ...changes }, [['2xx', 7]], process)));
  const numberOf = (name: string, metrics = read()) => metrics.get(name)?.samples[0]?.value;

  test('are the same numbers as the health report has', () => {
    expect(numberOf('directory_up')).toBe(1);
    expect(numberOf('directory_referrals_pending')).toBe(3);
    expect(numberOf('directory_referrals_oldest_pending_seconds')).toBe(61);
    expect(numberOf('directory_backup_age_seconds')).toBe(3600);
    expect(numberOf('directory_search_listings')).toBe(492);
    expect(numberOf('directory_build_time_seconds')).toBe(1_764_496_800);
    expect(read().get('directory_http_responses_total')?.samples).toEqual([
      { name: 'directory_http_responses_total', labels: { code: '2xx' }, value: 7 },
    ]);
  });

  test('name each trouble', () => {
    const metrics = read({
      referrals: mailRefused,
      proxyTroubles: ['one-address'],
      agedPages: 2,
    });

    expect(numberOf('directory_up', metrics)).toBe(0);
    expect(numberOf('directory_ready', metrics)).toBe(1);
    expect(metrics.get('directory_trouble')?.samples.map(({ labels }) => labels.trouble)).toEqual([
      'mail-refused',
      'one-address',
      'pages-aged',
    ]);
  });

  test('leave out what nobody knows, rather than tell a zero', () => {
    const metrics = read({
      search: undefined,
      referrals: cannotTake,
      build: undefined,
    });

    for (const name of [
      'referrals_pending',
      'search_listings',
      'backup_age_seconds',
      'build_time_seconds',
    ])
      expect([...metrics.keys()]).not.toContain(`directory_${name}`);
    expect(metrics.get('directory_build_info')?.samples[0]?.labels.commit).toBe('unknown');
  });

  test('are named as Prometheus asks: a unit or a total at the end of what has one', () => {
    for (const [name, { type }] of read()) {
      expect(name).toMatch(/^(directory|process)_[a-z_]+$/);
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
    }
  });
});

describe('a part that fails', () => {
  const lines: unknown[] = [];
  const log = { error: (event: string, fields?: object) => void lines.push({ event, ...fields }) };

  test.each(['wrong-password', 'no-such-database', 'unreachable'] as const)(
    'is a report too, by the reason: %s',
    async (reason) => {
      const health = await findReferralHealth(
        () => Promise.reject(new StoreFault(reason, 'not-stored')),
        log,
      );

      expect(health).toEqual({ status: 'down', canTake: false, troubles: [`store-${reason}`] });
      expect(lines.at(-1)).toEqual({ event: 'referral.health-unavailable', reason });
    },
  );

  test('leaves a site without search', () => {
    const health = () => {
      throw new Error('No index');
    };

    expect(findSearchHealth({ health }, log)).toBeUndefined();
    expect(lines.at(-1)).toMatchObject({ event: 'search.unavailable', fault: 'No index' });
  });
});
