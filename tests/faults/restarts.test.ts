/** Covers src/platform/http/handed-socket.ts, src/platform/http/stop-server.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { aFormToken, REFERRAL_KEY } from '../support/site/a-referral-site.ts';
import { aServiceManager } from '../support/site/a-service-manager.ts';
import { visitSteadily } from '../support/site/steady-visitors.ts';
import { scaled } from './rig/scale.ts';

const RESTARTS = scaled(2, 12);
const ENOUGH = scaled(300, 3000);

test('a server that is restarted under its visitors fails none of them, and loses and doubles no form', {
  timeout: 600_000,
}, async () => {
  const dataDir = aFolder();
  const manager = await aServiceManager({ DATA_DIR: dataDir, REFERRAL_KEY });
  onTestFinished(manager.close);
  await manager.start();
  const crowd = visitSteadily({ origin: manager.origin, formToken: aFormToken });

  const codes = [];
  for (let round = 1; round <= RESTARTS; round += 1) {
    while (crowd.visits.asked < (round * ENOUGH) / RESTARTS) await aMoment();
    codes.push(await manager.restart());
  }
  const visits = await crowd.stop();
  console.log(
    `${visits.asked} requests, ${visits.statusPages.length} forms, ${RESTARTS} restarts; longest wait ${Math.round(visits.longestMs)} ms`,
  );

  expect(visits.failures).toEqual([]);
  expect(new Set(codes)).toEqual(new Set([0]));
  expect(countReferrals(dataDir)).toEqual(countOf(visits.statusPages));
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'restarts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Every answer told of one form, each of another. */
function countOf(statusPages: readonly string[]) {
  return { referrals: new Set(statusPages).size, letters: statusPages.length };
}

function countReferrals(dataDir: string) {
  const store = new DatabaseSync(join(dataDir, 'referrals.sqlite'), { readOnly: true });
  const count = (sql: string) => Number(Object.values(store.prepare(sql).get() ?? {})[0]);
  const found = {
    referrals: count('select count(*) from referral'),
    letters: count("select count(*) from letter where kind = 'referral'"),
  };
  store.close();
  return found;
}
