/** A store that was put back: the health report. Covers src/referral/create-referrals.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aStore } from '../support/referral/a-store.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

test('says that nothing is sent until somebody decided, from the first answer on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'restored-health-'));
  const { store, database } = await aStore({ dataDir });
  await store.claimMarker('store-identity', 'another file', Date.now());
  await database.close();
  const site = await startBuiltSite({ DATA_DIR: dataDir });
  const report = await (await site.get('/health')).json();
  await site.stop();

  expect(report.status).toBe('degraded');
  expect(report.referrals.troubles).toContain('restored-undecided');
  expect(site.log()).toContain('referral.restored-undecided');
  rmSync(dataDir, { recursive: true });
});
