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
  const answer = await site.get('/health');
  const report = await answer.json();
  const ready = await site.get('/health?ready');
  await site.stop();

  // No letter reaches anybody; what is sent here is stored all the same.
  expect([answer.status, report.status, ready.status]).toEqual([503, 'down', 200]);
  expect(report.referrals.troubles).toContain('restored-undecided');
  expect(site.log()).toContain('referral.restored-undecided');
  rmSync(dataDir, { recursive: true });
});
