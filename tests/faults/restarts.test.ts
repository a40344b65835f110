/** Covers src/platform/http/sockets/handed-socket.ts, src/platform/http/sockets/stop-server.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBlocks } from '../support/docs/guide-commands.ts';
import { aPostgres, hasPostgres } from '../support/machine/a-postgres.ts';
import { PRODUCTION_URL, productionSettings } from '../support/site/a-production-site.ts';
import { aProxy, type ProxyName, proxies } from '../support/site/a-proxy.ts';
import { aFormToken, SITE_KEY } from '../support/site/a-referral-site.ts';
import { aServiceManager } from '../support/site/a-service-manager.ts';
import { visitSteadily } from '../support/site/steady-visitors.ts';
import { scaled } from './rig/scale.ts';

const RESTARTS = scaled(2, 12);
const ENOUGH = scaled(200, 2400);
const GUIDE = 'docs/run-the-site.md';
const names: ProxyName[] = ['nginx', 'caddy'];
const COUNTS = {
  referrals: 'select count(*) as many from referral',
  letters: "select count(*) as many from letter where kind = 'referral'",
};

type Manager = Awaited<ReturnType<typeof aServiceManager>>;

test('a server that is restarted under its visitors fails none of them, and loses and doubles no form', {
  timeout: scaled(600_000, 1_800_000),
}, async () => {
  const dataDir = aFolder();
  const manager = await aServer({ DATA_DIR: dataDir });

  const visits = await restartUnderVisitors([manager], { origin: manager.origin });

  expect(visits.failures).toEqual([]);
  expect(countInFile(dataDir)).toEqual(countTold(visits.statusPages));
});

describe.each(names)('behind %s [skipped where that is not installed]', (name) => {
  test.skipIf(!proxies[name])(
    'a restarted server fails nobody, and loses and doubles no form',
    { timeout: scaled(600_000, 1_800_000) },
    async () => {
      const dataDir = aFolder();
      const manager = await aServer({ DATA_DIR: dataDir, ...(await production()) });
      const proxy = await aProxy(name, [manager.port]);
      onTestFinished(proxy.close);

      const visits = await restartUnderVisitors([manager], {
        ...proxy,
        siteOrigin: PRODUCTION_URL,
      });

      expect(visits.failures).toEqual([]);
      expect(countInFile(dataDir)).toEqual(countTold(visits.statusPages));
    },
  );

  test.skipIf(!proxies[name] || !hasPostgres)(
    'nor do two that are restarted one after the other [skipped without PostgreSQL]',
    { timeout: scaled(600_000, 1_800_000) },
    async () => {
      const postgres = await aPostgres();
      onTestFinished(postgres.close);
      const DATABASE_URL = postgres.aDatabase();
      const settings = await production();
      const managers = [];
      for (const folder of [aFolder(), aFolder()]) {
        managers.push(await aServer({ DATA_DIR: folder, DATABASE_URL, ...settings }));
      }
      const ports = managers.map(({ port }) => port);
      const proxy = await aProxy(name, ports, forSeveral(name));
      onTestFinished(proxy.close);

      const visits = await restartUnderVisitors(managers, { ...proxy, siteOrigin: PRODUCTION_URL });
      for (const manager of managers) await manager.end();

      expect(visits.failures).toEqual([]);
      expect(await countInPostgres(DATABASE_URL)).toEqual(countTold(visits.statusPages));
    },
  );
});

async function aServer(environment: Record<string, string>): Promise<Manager> {
  const manager = await aServiceManager({ REFERRAL_KEY: SITE_KEY, ...environment });
  onTestFinished(manager.close);
  await manager.start();
  return manager;
}

async function production(): Promise<Record<string, string>> {
  const { environment, discard } = await productionSettings();
  onTestFinished(discard);
  return { ...environment, TRUSTED_PROXIES: '127.0.0.1' };
}

async function restartUnderVisitors(
  managers: readonly Manager[],
  where: { origin: string; siteOrigin?: string; ca?: string },
) {
  const { origin, siteOrigin = origin, ca } = where;
  const crowd = visitSteadily({ origin, siteOrigin, formToken: aFormToken, ...(ca ? { ca } : {}) });
  const codes = [];
  for (let round = 0; round < RESTARTS; round += 1) {
    while (crowd.visits.asked < ((round + 1) * ENOUGH) / RESTARTS) await aMoment();
    codes.push(await managers[round % managers.length]?.restart());
  }
  await aMoment();
  const visits = await crowd.stop();
  expect(codes).toEqual(codes.map(() => 0));
  const { asked, statusPages, longestMs } = visits;
  console.log(
    `${asked} requests, ${statusPages.length} forms, ${RESTARTS} restarts; longest wait ${Math.round(longestMs)} ms`,
  );
  return visits;
}

/** What the guide says to write into the proxy's file in place of one server. */
function forSeveral(name: ProxyName): (file: string) => string {
  const language = name === 'nginx' ? 'nginx' : 'caddy';
  const block = readBlocks(GUIDE).find((each) => each.language === language)?.text ?? '';
  return name === 'nginx'
    ? (file) => file.replace(/^upstream directory \{[^}]*\}\n/m, block)
    : (file) => file.replace(/^\treverse_proxy 127\.0\.0\.1:4321 \{\n/m, block);
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'restarts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Every answer told of one form, each of another. */
function countTold(statusPages: readonly string[]) {
  return { referrals: new Set(statusPages).size, letters: statusPages.length };
}

function countInFile(dataDir: string) {
  const store = new DatabaseSync(join(dataDir, 'referrals.sqlite'), { readOnly: true });
  const count = (sql: string) => Number(store.prepare(sql).get()?.many);
  const found = { referrals: count(COUNTS.referrals), letters: count(COUNTS.letters) };
  store.close();
  return found;
}

async function countInPostgres(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  const count = async (sql: string) => Number((await client.query(sql)).rows[0].many);
  const found = {
    referrals: await count(COUNTS.referrals),
    letters: await count(COUNTS.letters),
  };
  await client.end();
  return found;
}
