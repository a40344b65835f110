import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { seedReferrals } from '../support/referral/seeded-referrals.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

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

/** Whether it worked: only root may mount. */
function tryTo(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
