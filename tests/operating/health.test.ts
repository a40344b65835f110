import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { aPostgres, hasPostgres } from '../support/machine/a-postgres.ts';
import { seedReferrals } from '../support/referral/seeded-referrals.ts';
import { aProductionSite, PRODUCTION_URL } from '../support/site/a-production-site.ts';
import { startBuiltSite } from '../support/site/built-site.ts';
import { readMetrics } from '../support/site/read-metrics.ts';

let dataDir = '';
let site: Awaited<ReturnType<typeof startBuiltSite>> | undefined;
afterEach(async () => {
  await site?.stop();
  tryTo('umount', dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function healthOf(folder: string) {
  dataDir = folder;
  site = await startBuiltSite({ DATA_DIR: dataDir });
  const answer = await site.get('/health');
  return { status: answer.status, report: await answer.json() };
}

describe('the health report', () => {
  test('asks for a person when a referral needs one or has waited for long', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'health-'));
    const seeded = await seedReferrals(folder, Date.now());

    const { status } = await healthOf(folder);
    const report = await (await site?.get('/health', { headers: { via: '1.1 proxy' } }))?.json();

    expect(status).toBe(200);
    // A monitor that reads no report is told by the status.
    const strict = await site?.get('/health?strict');
    expect(strict?.status).toBe(503);
    expect(await strict?.json()).toMatchObject({ status: 'degraded' });
    expect(report.status).toBe('degraded');
    expect(report.referrals).toEqual({
      status: 'degraded',
      troubles: expect.arrayContaining(['needs-human', 'letters-waiting']),
    });
    // Which part, and nothing of how many or since when.
    expect(JSON.stringify({ ...report, search: undefined })).not.toMatch(/\d/);
    for (const { reference } of Object.values(seeded)) {
      expect(JSON.stringify(report)).not.toContain(reference);
    }
  });

  test('tells of a proxy that nobody named as soon as one visitor came through it', async () => {
    const { report } = await healthOf(mkdtempSync(join(tmpdir(), 'health-')));
    const forwarded = { headers: { 'x-forwarded-for': '192.0.2.1' } };
    for (let visitor = 0; visitor < 3; visitor += 1) await site?.get('/', forwarded);
    const later = await (await site?.get('/health'))?.json();

    expect(report.proxy).toEqual({ status: 'ok', troubles: [] });
    expect(later).toMatchObject({
      status: 'degraded',
      proxy: { status: 'degraded', troubles: ['proxy-not-trusted'] },
    });
    expect(site?.log().match(/proxy\.not-trusted/g)).toHaveLength(1);
  });

  test('tells that all visitors seem to come from one address where a proxy does not say from which', async () => {
    const behind = await aProductionSite();
    const silent = { host: new URL(PRODUCTION_URL).host, connection: 'close' };
    for (let visitor = 0; visitor < 40; visitor += 1) await askAs(behind.port, '/', silent);
    const later = await (await behind.get('/health')).json();
    await behind.stop();

    expect(later).toMatchObject({
      status: 'degraded',
      proxy: { status: 'degraded', troubles: ['one-address'] },
    });
    expect(behind.log().match(/proxy\.one-address/g)).toHaveLength(1);
  });

  test('keeps a load balancer on a server that a person should look at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'health-'));
    await seedReferrals(folder, Date.now());
    await healthOf(folder);

    expect((await site?.get('/health?ready'))?.status).toBe(200);
    expect((await site?.get('/health?strict'))?.status).toBe(503);
  });

  test('tells counts to who shows MONITOR_TOKEN, from wherever', async () => {
    const token = 'a-token-of-sixteen-letters-or-more';
    site = await startBuiltSite({ MONITOR_TOKEN: token });
    const ask = async (authorization: string) =>
      (await site?.get('/health', { headers: { via: '1.1 proxy', authorization } }))?.json();

    expect((await ask(`Bearer ${token}`)).referrals).toHaveProperty('pending', 0);
    expect((await ask('Bearer another-token-of-enough-letters')).referrals).toEqual({
      status: 'ok',
      troubles: [],
    });
  });

  test.skipIf(!hasPostgres)(
    'tells a wrong password, a wrong name and nobody there apart',
    async () => {
      const server = await aPostgres();
      const url = new URL(server.aDatabase());
      const troublesAt = async (changes: Partial<URL>) => {
        const { href } = Object.assign(new URL(url), changes);
        site = await startBuiltSite({ DATABASE_URL: href });
        const answer = await site.get('/health');
        const { referrals } = await answer.json();
        const log = site.log();
        await site.stop();
        expect(answer.status).toBe(503);
        expect(log).toMatch(/"event":"worker.store-not-opened".*"remedy":".*DATABASE_URL/);
        return referrals.troubles;
      };

      expect(await troublesAt({ username: 'nobody' })).toEqual(['store-wrong-password']);
      expect(await troublesAt({ pathname: '/elsewhere' })).toEqual(['store-no-such-database']);
      expect(await troublesAt({ port: '1' })).toEqual(['store-unreachable']);
      server.close();
    },
  );

  const folder = mkdtempSync(join(tmpdir(), 'health-'));
  const isSmall = tryTo('mount', '-t', 'tmpfs', '-o', 'size=48m,mode=0700', 'tmpfs', folder);
  dataDir = folder;

  test.skipIf(!isSmall)('is "down" while the disk is nearly full', async () => {
    const { status, report } = await healthOf(folder);

    expect(status).toBe(503);
    expect(report).toMatchObject({
      status: 'down',
      referrals: { status: 'down', troubles: expect.arrayContaining(['disk-nearly-full']) },
    });
  });
});

describe('/metrics', () => {
  test('are in the format that Prometheus reads, and count what was answered', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'health-'));
    const seeded = await seedReferrals(folder, Date.now());
    await healthOf(folder);
    await site?.get('/no/such/page/');
    const answer = await site?.get('/metrics');
    const text = (await answer?.text()) ?? '';
    const metrics = readMetrics(text);

    expect(answer?.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(metrics.get('directory_referrals_needing_person')?.samples[0]?.value).toBeGreaterThan(0);
    const answers = metrics.get('directory_http_responses_total')?.samples ?? [];
    expect(answers.find(({ labels }) => labels.code === '4xx')?.value).toBe(1);
    for (const { reference } of Object.values(seeded)) expect(text).not.toContain(reference);
    expect(text).not.toMatch(/@|F84\d{3}/);
  });

  test('are not there for a stranger', async () => {
    await healthOf(mkdtempSync(join(tmpdir(), 'health-')));
    const answer = await site?.get('/metrics', { headers: { via: '1.1 proxy' } });

    expect(answer?.status).toBe(404);
    expect(await answer?.text()).not.toContain('directory_');
  });
});

/** With a Host of its own, which fetch does not send. */
function askAs(port: number, path: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume().on('end', () => resolve());
    }).on('error', reject);
  });
}

/** Whether it worked: only root may mount. */
function tryTo(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
