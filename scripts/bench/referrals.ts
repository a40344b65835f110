import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/platform/open-database.ts';
import { createReferralStore } from '../../src/referral/store/store.ts';
import { StoreFault } from '../../src/referral/store/store-fault.ts';
import type { Tables } from '../../src/referral/store/store-tables.ts';
import { aPostgres, hasPostgres } from '../../tests/support/machine/a-postgres.ts';
import { startBuiltSite } from '../../tests/support/site/built-site.ts';
import { processorMsOf } from './build-cost.ts';
import { postLargeBodies } from './post-large-bodies.ts';
import { createPoster, type Posting } from './post-referrals.ts';
import { formatPercentiles, ms, type Row, type Section, seconds, toPercentiles } from './table.ts';

const EVEN_RATE = 20;
const EVEN_MS = 15_000;
const SLOWEST_P95_MS = 20;
const CLIENTS = 16;
const RUSH_MS = 10_000;
const FEWEST_PER_SECOND = 100;
const MOST_GROWTH = 10_000_000;

/** From a filled-in form to the address of its status page: HTTP, checks, letter, sealing, fsync. */
export async function measureReferrals(): Promise<Section[]> {
  const sections = [await measure('SQLite', undefined)];
  if (!hasPostgres) {
    const what = 'Not measured: there is no PostgreSQL on this machine';
    return [...sections, { title: 'Referrals, PostgreSQL', rows: [{ what, figure: '' }] }];
  }
  const server = await aPostgres();
  sections.push(await measure('PostgreSQL', server.aDatabase()));
  server.close();
  return sections;
}

async function measure(engine: string, databaseUrl: string | undefined): Promise<Section> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-referrals-'));
  const key = randomBytes(32);
  const site = await startBuiltSite({
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    REFERRAL_KEY: key.toString('base64'),
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '127.0.0.1',
    NODE_ENV: 'test',
  });
  if (!site.origin) throw new Error(site.log());
  const poster = createPoster({ port: site.port, key });
  const warm = await poster.atRate(EVEN_RATE, 2000);
  const even = await poster.atRate(EVEN_RATE, EVEN_MS);
  const spentBefore = processorMsOf(site.pid);
  const rush = await poster.asFastAsPossible(CLIENTS, RUSH_MS);
  const spentMs = (processorMsOf(site.pid) - spentBefore) / rush.times.length;
  poster.close();
  const rows = [
    ...describe(even, rush),
    { what: '… processor time of the server for each, its letter sent', figure: ms(spentMs) },
  ];
  if (!databaseUrl) rows.push(...describeGrowth(await postLargeBodies(site)));
  await site.stop();
  const saved = [warm, even, rush].reduce((sum, each) => sum + each.times.length, 0);
  const refused = [warm, even, rush].flatMap((each) => each.refused);
  const stored = await countStored(dataDir, databaseUrl);
  rmSync(dataDir, { recursive: true });
  return {
    title: `Referrals, ${engine}: POST /refer/ to the status page's address, on the disk`,
    rows: [
      ...rows,
      {
        what: 'Saved and not in the database afterwards',
        figure: String(saved - refused.length - stored),
        goal: '0',
        met: saved - refused.length === stored,
      },
    ],
  };
}

function describe(even: Posting, rush: Posting): Row[] {
  const evenly = toPercentiles(even.times);
  const rushed = toPercentiles(rush.times);
  const perSecond = ((rush.times.length - rush.refused.length) / rush.tookMs) * 1000;
  return [
    {
      what: `${EVEN_RATE} a second: p50 / p95 / p99, ${even.times.length} forms`,
      figure: `${formatPercentiles(evenly)} ms`,
      goal: `p95 ≤ ${SLOWEST_P95_MS} ms`,
      met: evenly.p95 <= SLOWEST_P95_MS && even.refused.length === 0,
    },
    {
      what: `${CLIENTS} clients for ${seconds(rush.tookMs)}: saved a second`,
      figure: perSecond.toFixed(0),
      goal: `≥ ${FEWEST_PER_SECOND}`,
      met: perSecond >= FEWEST_PER_SECOND && rush.refused.length === 0,
    },
    { what: '… p50 / p95 / p99', figure: `${formatPercentiles(rushed)} ms` },
  ];
}

function describeGrowth({
  bytes,
  statuses,
  slowestMs,
}: Awaited<ReturnType<typeof postLargeBodies>>) {
  return [
    {
      what: `8 bodies of 100 MB at once, answered ${[...new Set(statuses)].join(', ')}: memory grows by`,
      figure: bytes === undefined ? 'not known here' : `${(bytes / 1_000_000).toFixed(1)} MB`,
      goal: '≤ 10 MB',
      ...(bytes === undefined ? {} : { met: bytes <= MOST_GROWTH }),
    },
    { what: '… until the slowest answer', figure: ms(slowestMs) },
  ];
}

async function countStored(dataDir: string, databaseUrl: string | undefined): Promise<number> {
  const database = await openDatabase<Tables>({
    dataDir,
    databaseUrl,
    toFault: (reason, effect) => new StoreFault(reason, effect),
  });
  const { accepted } = await createReferralStore(database).counts();
  await database.close();
  return accepted;
}
